import Synchronization
import TextTools

/// The arguments that `main` is called with.
///
/// `CommandLine.arguments` will not do: on Linux the Swift run time looks for them through
/// `/proc/self/maps`, and where that cannot be read, as in many a `chroot`, it is empty without an
/// error. A gate that runs `check` would then see the help and a success.
package enum ProgramArguments {
  private static let given = Mutex<[String]>([])

  /// The command line that started the process, quoted for a POSIX shell.
  static var commandLine: String {
    given.withLock { (["passwright"] + $0.map(\.shellWord)).joined(separator: " ").printable }
  }

  /// Notes the arguments for ``commandLine``.
  static func note(_ arguments: [String]) { given.withLock { $0 = arguments } }

  /// Reads the arguments of `main`, without the name of the program.
  ///
  /// - Parameters:
  ///   - count: `argc`.
  ///   - vector: `argv`, of as many elements.
  /// - Returns: the arguments, with U+FFFD in the place of what is not UTF-8; `nil` where not even
  ///   the name of the program was given.
  package static func read(
    count: Int32, vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  ) -> [String]? {
    guard count > 0, let vector = unsafe vector else { return nil }
    return (1..<max(1, Int(count))).compactMap { place in
      unsafe vector[place].map { unsafe String(cString: $0) }
    }
  }
}

extension ProgramArguments {
  /// The arguments that are not UTF-8, each with what to do; the file system allows such names, and
  /// repaired they would name other files.
  ///
  /// - Parameters:
  ///   - count: `argc`.
  ///   - vector: `argv`, of as many elements.
  /// - Returns: a problem for each.
  static func problems(
    count: Int32, vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  ) -> [String] {
    guard count > 0, let vector = unsafe vector else { return [] }
    return (1..<max(1, Int(count))).filter { place in
      unsafe vector[place].map { unsafe String(validatingCString: $0) == nil } ?? false
    }.map { "argument \($0) is not UTF-8; give it as UTF-8, or the file a name that is" }
  }
}

/// What the `main` of the C target calls; it does not return.
@c(passwright_main)
public func runPasswright(
  _ count: Int32, _ vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  let problems = unsafe ProgramArguments.problems(count: count, vector: vector)
  if !problems.isEmpty { CommandFailure.usage(problems).exit() }
  PasswrightCommand.run(arguments: unsafe ProgramArguments.read(count: count, vector: vector))
}
