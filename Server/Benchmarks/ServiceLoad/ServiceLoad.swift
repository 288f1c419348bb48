import ArgumentParser

/// The load that the benchmarks of the service put on it, and what it is measured beside.
@main
struct ServiceLoad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service-load",
    subcommands: [Bare.self, Put.self, PlainSQLite.self, Rate.self, Idle.self])
}
