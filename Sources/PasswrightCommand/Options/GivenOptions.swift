/// Names the options of a command line that were given, to report which ones clash.
enum GivenOptions {
  /// An option or flag, and whether it was given.
  struct Entry {
    let name: String?

    static func option(_ name: String, _ value: Any?) -> Entry {
      Entry(name: value == nil ? nil : "--\(name)")
    }

    static func flag(_ name: String, _ value: Bool?) -> Entry {
      Entry(name: value.map { $0 ? "--\(name)" : "--no-\(name)" })
    }
  }

  static func names(_ entries: [Entry]) -> [String] { entries.compactMap(\.name) }
}
