/// The settings of libpwquality, as `pwquality.conf` holds them.
struct PwqualitySettings {
  /// The settings that have a number.
  enum Number: String, CaseIterable {
    case difok, minlen, dcredit, ucredit, lcredit, ocredit, minclass, maxrepeat, maxsequence
    case maxclassrepeat, gecoscheck, dictcheck, usercheck, usersubstr, enforcing, retry

    /// What counts when the setting is not there.
    var standard: Int {
      switch self {
      case .minlen: 8
      case .difok, .dictcheck, .usercheck, .enforcing, .retry: 1
      default: 0
      }
    }
  }

  /// The settings that have words or nothing.
  enum Other: String, CaseIterable {
    case badwords, dictpath, allowclasses
    case enforceForRoot = "enforce_for_root"
    case localUsersOnly = "local_users_only"
  }

  /// The shortest password, whatever `minlen` says.
  static let minimumLength = 6
  /// The shortest bad word that is looked at, in bytes.
  static let minimumWordLength = 4
  /// The most bytes of a line, its line feed included: with a longer one the whole file is refused.
  static let maximumLineLength = 1023

  private var numbers: [Number: Int] = [:]
  var badWords: [String] = []
  /// `allowclasses` of newer versions: letters for the kinds that a password may hold; `nil`: any.
  var allowedClasses: String?
  /// What a PAM configuration has beside these settings.
  var others: [String] = []

  subscript(number: Number) -> Int {
    get { numbers[number] ?? number.standard }
    set { numbers[number] = newValue }
  }
}
