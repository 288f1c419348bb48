public import PasswordService

extension ServiceFixture {
  /// The keys of ``standardDocument``.
  public enum Keys {
    /// Opens list 27.
    public static let list27 = "b2a57c34fe96d8f36a89c25eb47d4b6c"
    /// Opens list 28.
    public static let list28 = "be497cfa86352d5d67e3b4c8a29fc4b5"
    /// Opens list 30.
    public static let list30 = "30303030303030303030303030303030"
    /// Generates only.
    public static let generator = "99999999999999999999999999999999"
  }

  /// Lists of each kind: 27 as the vendor shows it, 28 with every check, 29 private, 30 with an
  /// account type and generic fields of each type, 31 whose passwords expire.
  public static let standardDocument = """
    {
      "generators": [
        {"id": 1, "name": "Default Password Generator", "default": true,
         "recipe": {"characters": {"minLength": 12}}},
        {"id": 2, "name": "Digits", "query": "IncludeAlphaSpecial=true&minLength=6&numericChars=true"},
        {"id": 3, "name": "One digit", "query": "IncludeAlphaSpecial=true&minLength=1&numericChars=true"}
      ],
      "strengthPolicies": [
        {"id": 7, "name": "SQL Server Policy", "default": true,
         "strength": {"preferredLength": 10, "minNumeric": 1, "compliance": "Average", "mandatory": true}},
        {"id": 8, "name": "Reported only", "strength": {"compliance": "Excellent"}}
      ],
      "accountTypes": [{"id": 1, "name": "Windows"}, {"id": 2, "name": "Linux"}],
      "badPasswords": ["Summer2012!Summer", "correct horse 1"],
      "lists": [
        {"id": 27, "name": "Web Site's", "description": "Various web sites on the net",
         "imageFileName": "internet.png", "strengthPolicy": 8, "generator": 1,
         "preventPasswordReuse": 0, "preventDragDrop": true, "provideAccessReason": true,
         "treePath": "\\\\ISP Accounts"},
        {"id": 28, "name": "Strict", "strengthPolicy": 7, "generator": 1, "preventPasswordReuse": 3,
         "preventBadPasswordUse": true, "resetExpiryDays": 30, "preventExpiryDateModification": true},
        {"id": 29, "name": "Private", "private": true, "strengthPolicy": 8},
        {"id": 30, "name": "Accounts", "strengthPolicy": 8, "hasAccountType": true,
         "treePath": "\\\\Customers\\\\CustomerA", "genericFields": [
          {"number": 1, "name": "Domain or Host"},
          {"number": 2, "name": "PIN", "type": "password", "generator": 2},
          {"number": 3, "name": "Tier", "type": "select", "options": ["Gold", "Silver"]},
          {"number": 4, "name": "Since", "type": "date"},
          {"number": 5, "name": "Site", "type": "radio", "options": ["North", "South"]},
          {"number": 6, "name": "Secret", "type": "password"}]},
        {"id": 31, "name": "Resets", "strengthPolicy": 8, "resetsExpiredPasswords": true,
         "resetExpiryDays": 10, "preventPasswordReuse": 2}
      ],
      "keys": [
        {"name": "list 27", "scope": "list", "list": 27, "key": "\(Keys.list27)"},
        {"name": "list 28", "scope": "list", "list": 28, "key": "\(Keys.list28)"},
        {"name": "list 30", "scope": "list", "list": 30, "key": "\(Keys.list30)"},
        {"name": "generator", "scope": "generator", "key": "\(Keys.generator)"}
      ]
    }
    """

  /// A service of ``standardDocument``, whose next record has the number of the vendor's example.
  public static func standard(
    store: any ServiceStore = InMemoryStore(), nextRecord: Int = 46_411
  ) async throws -> ServiceFixture {
    let fixture = try await ServiceFixture(document: standardDocument, store: store)
    try await fixture.service.store.write { transaction in
      try transaction.put(PasswordRecord(id: nextRecord - 1, listID: 27))
      try transaction.removeRecord(nextRecord - 1)
    }
    return fixture
  }
}
