/// The arguments go from here to the command as they are: the Swift run time on Linux looks for
/// them through /proc/self/maps, and where that cannot be read it finds none and says nothing.
int passwright_main(int count, char **arguments);

int main(int count, char **arguments) { return passwright_main(count, arguments); }
