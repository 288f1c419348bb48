import Foundation
import Testing
import _TestSupport

#if os(Linux)
/// The system's random bytes fail: a library that is loaded before the system's own stands in for
/// it.
@Suite(
  "A failing source of randomness",
  .enabled(
    if: Program.isInstalled("clang") || Program.isInstalled("cc"), "no C compiler is installed"))
struct RandomnessFailureTests {
  /// Neither the system call nor the devices.
  private static let nothing = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <fcntl.h>
    #include <stdarg.h>
    #include <string.h>
    #include <sys/types.h>
    ssize_t getrandom(void *bytes, size_t count, unsigned flags) {
      errno = ENOSYS;
      return -1;
    }
    int open(const char *path, int flags, ...) {
      va_list list;
      va_start(list, flags);
      int mode = va_arg(list, int);
      va_end(list);
      if (strstr(path, "random")) {
        errno = ENOENT;
        return -1;
      }
      int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
      return next(path, flags, mode);
    }
    """

  /// A few calls succeed: the failure comes in the middle of a run.
  private static let afterSome = """
    #include <errno.h>
    #include <stdatomic.h>
    #include <sys/syscall.h>
    #include <sys/types.h>
    #include <unistd.h>
    static atomic_int calls;
    ssize_t getrandom(void *bytes, size_t count, unsigned flags) {
      if (atomic_fetch_add(&calls, 1) >= 5) {
        errno = EIO;
        return -1;
      }
      return syscall(SYS_getrandom, bytes, count, flags);
    }
    """

  /// Runs in a folder that holds a file `old`.
  private func generate(_ options: String, against source: String) async throws
    -> (outcome: Command.Outcome, names: [String])
  {
    let tools = try TemporaryFolder()
    try tools.write(source, to: "source.c")
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "old")
    let outcome = try await Command.shell(
      """
      options='-shared -fPIC -o \(tools["failing.so"].path) \(tools["source.c"].path) -ldl'
      clang $options || cc $options || exit 77
      LD_PRELOAD=\(tools["failing.so"].path) "$PASSWRIGHT" generate \(options)
      """, folder: folder.url)
    #expect(try folder.text(of: "old") == "precious")
    return (outcome, try folder.names)
  }

  @Test(
    "from the start is an error of one line, and no file is left or changed",
    arguments: ["", "-o out", "-o old --force"])
  func fromTheStart(options: String) async throws {
    let (outcome, names) = try await generate("-n 3 \(options)", against: Self.nothing)
    #expect(outcome.status == 2)
    #expect(!outcome.isSignalled)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(
      outcome.errors.hasPrefix(
        "passwright: error: no randomness: libsodium could not be initialized"))
    #expect(names == ["old"])
  }

  @Test(
    "during a run is an error of one line, and no file is left or changed",
    arguments: [1, 4], ["-o out", "-o old --force"])
  func duringARun(threads: Int, file: String) async throws {
    let (outcome, names) = try await generate(
      "-n 600000 --threads \(threads) \(file)", against: Self.afterSome)
    #expect(outcome.status == 2)
    #expect(!outcome.isSignalled)
    #expect(outcome.output.isEmpty)
    #expect(
      Set(outcome.errorLines) == [
        "passwright: error: the system provides no random bytes; check that its random device works"
      ])
    #expect(names == ["old"])
  }
}
#endif
