/// The query of Passwordstate's generator, which describes what to draw.
enum PasswordstateFormat: FormatDefinition {}
