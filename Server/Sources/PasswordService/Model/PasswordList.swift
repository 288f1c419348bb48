/// A generic field of a list: what its values are.
public struct GenericField: Hashable, Sendable {
  /// What a field holds.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Any text.
    case text
    /// One of the options.
    case select
    /// One of the options, shown as radio buttons.
    case radio
    /// A day, `yyyy-MM-dd`.
    case date
    /// A secret, kept encrypted.
    case password
  }

  /// The name that people see.
  public var name: String
  /// What it holds.
  public var kind: Kind
  /// The values to choose from.
  public var options: [String] = []
  /// The generator of a password field; `nil`: that of the list.
  public var generatorID: Int?

  /// Makes a field.
  public init(name: String, kind: Kind = .text) {
    self.name = name
    self.kind = kind
  }
}

/// Whether people have to authenticate once more before they see a list.
public enum ListAuthentication: String, CaseIterable, Hashable, Sendable {
  case none = "None Required"
  case separatePassword = "Use Separate Password"
  case activeDirectory = "Use Active Directory Authentication"
  case scramblePad = "Use ScramblePad Authentication"
  case forms = "Use Forms Based Authentication"
}

/// A collection of records and the rules that they obey.
public struct PasswordList: Hashable, Sendable {
  /// The number of the list.
  public var id: Int
  /// Its name, at most 50 characters.
  public var name: String
  /// What it is for, at most 255 characters.
  public var description = ""
  /// The file of its image, at most 50 characters.
  public var imageFileName = ""
  /// How it is to be used, at most 8,000 characters.
  public var guide = ""
  /// Where it stands in the tree, beginning with a backslash.
  public var treePath = ""
  /// Whether people may export it.
  public var allowExport = true
  /// Whether it is one person's own: then no search or export of all lists shows it.
  public var isPrivate = false
  /// Whether permissions on it must end some time.
  public var timeBasedAccessRequired = false
  /// Whether two administrators must approve access.
  public var handshakeApprovalRequired = false
  /// The strength policy; 0: the default one.
  public var strengthPolicyID = 0
  /// The generator; 0: the default one.
  public var generatorID = 0
  /// The character set of files that are imported and exported.
  public var codePage = "Unicode (UTF-8)"
  /// How many of the newest distinct passwords may not be used again; 0: all may.
  public var preventPasswordReuse = 0
  /// Whether people authenticate once more.
  public var authentication = ListAuthentication.none
  /// Whether that holds for the whole session.
  public var authenticationPerSession = false
  /// Whether expiry dates are not to be changed.
  public var preventExpiryDateModification = false
  /// The days until a password that was changed expires; 0: its expiry date stays.
  public var resetExpiryDays = 0
  /// Whether people may not move it in the tree.
  public var preventDragDrop = false
  /// Whether bad passwords are refused.
  public var preventBadPasswordUse = false
  /// Whether people must say why they want to see a password.
  public var provideAccessReason = false
  /// Whether records have an account type.
  public var hasAccountType = false
  /// Whether passwords that have expired are reset.
  public var resetsExpiredPasswords = false
  /// The generic fields in use.
  public var genericFields: [RecordField: GenericField] = [:]

  /// Makes a list with the defaults.
  public init(id: Int, name: String) {
    self.id = id
    self.name = name
  }

  /// Whether a generic field holds secrets.
  public func isSecret(_ field: RecordField) -> Bool { genericFields[field]?.kind == .password }
}
