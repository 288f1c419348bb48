/// An encrypted value as it is stored.
public struct SealedValue: Hashable, Sendable {
  /// The number of the key and the sealed bytes.
  public let bytes: [UInt8]

  /// Makes a value of stored bytes.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

/// What a record and a row of its history both hold, secrets sealed.
public struct RecordContents: Hashable, Sendable {
  /// The texts; that of a generic field is empty while ``genericPasswords`` has its value.
  public var texts = RecordTexts()
  /// The account type; 0: none.
  public var accountTypeID = 0
  /// The password; `nil`: empty.
  public var password: SealedValue?
  /// The values of generic fields of type password.
  public var genericPasswords: [RecordField: SealedValue] = [:]
  /// The day on which the password expires.
  public var expiryDate: CalendarDate?

  /// Makes empty contents.
  public init() {}
}

/// One account and its password.
public struct PasswordRecord: Hashable, Sendable {
  /// The number of the record.
  public let id: Int
  /// The list that it belongs to.
  public var listID: Int
  /// What it holds.
  public var contents = RecordContents()
  /// When the password is reset once it has expired.
  public var resetSchedule: ResetSchedule?
  /// Whether it is exported with the list.
  public var allowExport = true
  /// Whether it was moved to the recycle bin: then nothing finds it.
  public var isRecycled = false
  /// The expiry for which a reset has been arranged already.
  public var handledExpiry: CalendarDate?

  /// Makes an empty record.
  public init(id: Int, listID: Int) {
    self.id = id
    self.listID = listID
  }
}

/// A record with its secrets in plain text.
public struct RevealedRecord: Hashable, Sendable {
  /// The record.
  public let record: PasswordRecord
  /// The texts, those of password fields included.
  public let texts: RecordTexts
  /// The password; empty when it was left out.
  public let password: String
  /// The list that holds it.
  public let list: PasswordList
  /// The name of the account type; empty: none.
  public let accountType: String
}

/// Who has changed a record.
public struct Author: Hashable, Sendable {
  /// The identifier of the user.
  public let userID: String
  /// The first name.
  public let firstName: String
  /// The surname.
  public let surname: String

  /// Names an author.
  public init(userID: String, firstName: String, surname: String) {
    self.userID = userID
    self.firstName = firstName
    self.surname = surname
  }
}

/// A record as it was after a change.
public struct HistoryRow: Hashable, Sendable {
  /// What the change was.
  public enum Change: String, CaseIterable, Hashable, Sendable {
    /// The record was made.
    case created
    /// The record was updated.
    case updated
  }

  /// The number of the row; 0 until it is stored.
  public var id = 0
  /// The record.
  public let recordID: Int
  /// What the change was.
  public let change: Change
  /// What the record held after it.
  public let contents: RecordContents
  /// When it was, in milliseconds since 1970.
  public let time: Int
  /// The name of the list then.
  public let listName: String
  /// Who made it.
  public let author: Author

  /// Makes a row.
  public init(
    id: Int = 0, recordID: Int, change: Change, contents: RecordContents, time: Int,
    listName: String, author: Author
  ) {
    self.id = id
    self.recordID = recordID
    self.change = change
    self.contents = contents
    self.time = time
    self.listName = listName
    self.author = author
  }
}

/// A row of a history with its secrets in plain text.
public struct RevealedHistoryRow: Hashable, Sendable {
  /// The row.
  public let row: HistoryRow
  /// The texts, those of password fields included.
  public let texts: RecordTexts
  /// The password.
  public let password: String
}
