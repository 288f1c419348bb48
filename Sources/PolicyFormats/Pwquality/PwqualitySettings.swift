/// The settings of libpwquality, as in `pwquality.conf`.
struct PwqualitySettings {
  /// The settings with a number.
  enum Number: String, CaseIterable {
    case difok, minlen, dcredit, ucredit, lcredit, ocredit, minclass, maxrepeat, maxsequence
    case maxclassrepeat, gecoscheck, dictcheck, usercheck, usersubstr, enforcing, retry

    /// The default of the setting.
    var standard: Int {
      switch self {
      case .minlen: 8
      case .difok, .dictcheck, .usercheck, .enforcing, .retry: 1
      default: 0
      }
    }
  }

  /// The settings with words or without a value.
  enum Other: String, CaseIterable {
    case badwords, dictpath, allowclasses
    case enforceForRoot = "enforce_for_root"
    case localUsersOnly = "local_users_only"
  }

  /// The minimum length of a password, whatever `minlen` says.
  static let minimumLength = 6
  /// The minimum length of a bad word that is checked, in bytes.
  static let minimumWordLength = 4
  /// The maximum length of a line in bytes, including its line feed: a longer one makes
  /// libpwquality reject the whole file.
  static let maximumLineLength = 1023

  private var numbers: [Number: Int] = [:]
  var badWords: [String] = []
  /// `allowclasses` of newer versions: letters for the kinds that a password may contain; `nil` for
  /// any.
  var allowedClasses: String?
  /// Further settings of a PAM configuration.
  var others: [String] = []

  subscript(number: Number) -> Int {
    get { numbers[number] ?? number.standard }
    set { numbers[number] = newValue }
  }
}
