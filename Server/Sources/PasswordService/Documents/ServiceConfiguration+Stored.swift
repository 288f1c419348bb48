extension ServiceConfiguration {
  /// The configuration that a store has kept as its document and its keys.
  ///
  /// - Throws: ``StoreError`` when the document is damaged.
  package init(storedDocument: [UInt8], keys: [ServiceKey]) throws(StoreError) {
    self.init()
    if !storedDocument.isEmpty {
      do {
        let document = try ServiceDocument(parsing: storedDocument)
        options = document.options ?? options
        options.badPasswords = document.badPasswords ?? []
        generators = document.generators ?? [:]
        strengthPolicies = document.strengthPolicies ?? [:]
        accountTypes = document.accountTypes ?? [:]
        lists = document.lists ?? [:]
      } catch {
        throw StoreError(
          "the stored configuration is damaged: \(error.problems.joined(separator: "; "))")
      }
    }
    self.keys = Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0) })
  }
}
