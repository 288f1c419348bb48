extension Policy {
  /// Policies that follow a published standard.
  ///
  /// They contain what the standard says about the text of a password; storing, entering and
  /// changing it, and protecting it against guessing, are left to the application.
  @nonexhaustive
  public enum Preset: String, CaseIterable, Codable, Hashable, Sendable {
    /// NIST Special Publication 800-63B-4, *Digital Identity Guidelines: Authentication and
    /// Authenticator Management*, July 2025, section 3.1.1.2.
    ///
    /// 15 characters or more, as for a password that is the only factor (8 with another factor); no
    /// maximum length below 64 — here none at all; any character; no composition rules; the whole
    /// password compared with a blocklist: the bundled one, which has no breached passwords. Add a
    /// file of them.
    ///
    /// <https://pages.nist.gov/800-63-4/sp800-63b.html>
    case nist = "nist-800-63b-4"
    /// OWASP Application Security Verification Standard 5.0.0, May 2025, requirements 6.2.1, 6.2.4,
    /// 6.2.5 and 6.2.9.
    ///
    /// 8 characters or more (15 are recommended), 64 and more permitted, any composition, and the
    /// bundled list rejected. **By itself it does not meet 6.2.4**, which requires rejecting the
    /// 3,000 or more most common passwords: the bundled list has more entries, made from first
    /// principles, and contains few of the most common ones. Add a file of those to
    /// ``BadPasswords/wordFiles``. Levels 2 and 3 also require breached passwords and the words of
    /// the organization (6.2.11, 6.2.12).
    ///
    /// <https://github.com/OWASP/ASVS/tree/v5.0.0>
    case asvs = "owasp-asvs-5"
    /// Microsoft Windows Server, *Password must meet complexity requirements* and the defaults of
    /// the Default Domain Policy, as documented on Microsoft Learn in 2024.
    ///
    /// 7 characters or more, 3 kinds of characters, none of the last 24, and no part of the
    /// account's names (pass a ``PolicyContext``). Symbols are the 32 special characters that
    /// Microsoft lists: no currency sign except `$`, no space, nothing outside ASCII. It differs
    /// from Windows as follows:
    ///
    /// - Windows counts letters of neither case, such as those of Chinese, Japanese and Korean, as
    ///   a fifth kind, and requires three of the five; here they are no kind. A password such as
    ///   `日本語abc123` is rejected here and accepted there, which is stricter.
    /// - Windows counts the digits 0 to 9; here those of other scripts count too, which is more
    ///   lenient.
    /// - Windows looks for the account name only as a whole, and for the parts of the display name;
    ///   a ``PolicyContext`` also looks for the parts of the user name and of an email address,
    ///   which is stricter.
    ///
    /// <https://learn.microsoft.com/windows/security/threat-protection/security-policy-settings/password-must-meet-complexity-requirements>
    case activeDirectory = "active-directory"
    /// PCI DSS 4.0.1, June 2024, requirements 8.3.6 and 8.3.7.
    ///
    /// 12 characters or more, letters and digits, none of the last 4. (8 where a system does not
    /// support 12.)
    case pciDSS = "pci-dss-4"

    /// The policy.
    public var policy: Policy {
      var policy = Policy()
      policy.name = rawValue
      switch self {
      case .nist:
        policy.length.min = 15
        policy.badPasswords.wordFiles = [BadPasswords.bundledList]
      case .asvs:
        policy.length.min = 8
        policy.badPasswords.wordFiles = [BadPasswords.bundledList]
      case .activeDirectory:
        policy.length.min = 7
        policy.minCharacterTypes = 3
        policy.characters.symbolSet = "~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/"
        policy.reuse = ReuseRule(last: 24)
      case .pciDSS:
        policy.length.min = 12
        policy.characters.letters.min = 1
        policy.characters.digits.min = 1
        policy.reuse = ReuseRule(last: 4)
      }
      return policy
    }

    /// The standard and its date, as a line of text.
    public var source: String {
      switch self {
      case .nist: "NIST SP 800-63B-4, July 2025, section 3.1.1.2"
      case .asvs: "OWASP ASVS 5.0.0, May 2025, requirements 6.2.1, 6.2.4, 6.2.5, 6.2.9"
      case .activeDirectory:
        "Microsoft Windows Server, “Password must meet complexity requirements” and Default Domain Policy, 2024; four of its five kinds of characters are known: letters without case do not count"
      case .pciDSS: "PCI DSS 4.0.1, June 2024, requirements 8.3.6 and 8.3.7"
      }
    }
  }
}
