extension JSON {
  /// Returns the path of a member: `$.key`, or `$["a key"]` for one that is not a plain name.
  package static func path(_ path: String, key: String) -> String {
    let isPlain =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
    if isPlain, key.utf8.count <= 40 { return "\(path).\(key)" }
    return "\(path)[\(JSON.string(String(key.prefix(40))).text)]"
  }
}
