import PasswordHistory
import SecretMemory
import Testing

/// Digests made by Python's `hashlib.blake2b` (key 00 01 … 1f, `person=b"passwrightpasswd"`).
struct KnownDigest: Sendable {
  let account: String
  let password: String
  let hash: String

  static let all = [
    KnownDigest(
      account: "alice", password: "correct horse",
      hash: "BVEtajqiMZrUcSk8ZXGppkpPmkFBVPkCeIHT6n/GSwQ"),
    KnownDigest(
      account: "bob", password: "correct horse",
      hash: "zOVU1l6tGD4YOhbPBXi1FOK0lUEzMFe8udjayViynjU"),
    KnownDigest(
      account: "alice", password: "", hash: "6LQOGoDzfQVpMXYoNQj4LJpx2x5AcqLWlZbo57GA8dc"),
    KnownDigest(
      account: "Zoë", password: "pässwörd", hash: "GkN2a6FR01nQhd5wePKMZceZsLrv+hvausHZdqQs1Yw"),
    KnownDigest(
      account: String(repeating: "a", count: 1024), password: String(repeating: "x", count: 4096),
      hash: "d29ta7knNFGRXCdcoaF4pDyYdMuo18G1ixNGEPHS78I"),
  ]
}

@Suite("Digests")
struct PasswordDigestTests {
  /// From the tests of the reference implementation of Argon2: `password`, salt `somesalt`.
  static let referenceArgon2id = [
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  ]

  let alice: AccountID

  init() throws { alice = try AccountID("alice") }

  func matches(
    _ password: String, _ digest: PasswordDigest, _ digester: PasswordDigester
  ) throws -> Bool {
    try digester.matches(Array(password.utf8).span, digest, account: alice)
  }

  @Test(arguments: KnownDigest.all)
  func `a keyed digest is what another implementation computes`(known: KnownDigest) throws {
    let digest = try PasswordDigester.keyed().digest(
      of: Array(known.password.utf8).span, account: AccountID(known.account))
    #expect(digest.text == "$blake2b$v=1$key=bac148c88f7bf95e$\(known.hash)")
    #expect(digest.kind == .keyedBLAKE2b)
    #expect(try digest.keyID == HistoryKey.counting().id)
  }

  @Test func `a different key gives a different digest and a different key id`() throws {
    let zero = try HistoryKey(.init(count: 32, protection: .guarded))
    let digest = try PasswordDigester(.keyedBLAKE2b(zero)).digest(
      of: Array("correct horse".utf8).span, account: alice)
    #expect(
      digest.text
        == "$blake2b$v=1$key=4409708f29929ce8$UjZyz9vmiEU9sWygteGgAVMXVsLRs/2JMiP+l+/ZoFw")
  }

  @Test func `where the account ends and the password begins makes a difference`() throws {
    let digester = try PasswordDigester.keyed()
    let one = try digester.digest(of: Array("bc".utf8).span, account: AccountID("a"))
    let other = try digester.digest(of: Array("c".utf8).span, account: AccountID("ab"))
    #expect(one != other)
  }

  @Test(arguments: referenceArgon2id)
  func `digests of the reference implementation of Argon2id are read`(text: String) throws {
    let digester = try PasswordDigester.argon2id()
    let digest = try PasswordDigest(text: text)
    #expect(digest.kind == .argon2id && digest.keyID == nil && digest.text == text)
    #expect(try matches("password", digest, digester))
    #expect(try !matches("Password", digest, digester))
    #expect(try !matches("", digest, digester))
  }

  @Test func `Argon2id has a new salt each time, and includes its limits`() throws {
    let digester = try PasswordDigester(.argon2id(.least(operations: 3)))
    let one = try digester.digest(of: Array("secret".utf8).span, account: alice)
    let other = try digester.digest(of: Array("secret".utf8).span, account: alice)
    #expect(one != other)
    #expect(one.text.hasPrefix("$argon2id$v=19$m=8,t=3,p=1$"))
    #expect(try matches("secret", one, digester) && matches("secret", other, digester))
    #expect(try !matches("secres", one, digester))
  }

  @Test(arguments: PasswordDigest.Kind.allCases, ["", "x", "pässwörd", "a\u{0}b", "a\u{0}c"])
  func `a digest that went through its text still matches its password, and no other`(
    kind: PasswordDigest.Kind, password: String
  ) throws {
    let digester = try kind == .argon2id ? PasswordDigester.argon2id() : .keyed()
    let made = try digester.digest(of: Array(password.utf8).span, account: alice)
    let read = try PasswordDigest(text: made.text)
    #expect(read == made && read.kind == kind)
    #expect(try matches(password, read, digester))
    #expect(try !matches(password + "!", read, digester))
    #expect(try !matches("a\u{0}d", read, digester))
  }

  static let malformed = [
    "", "$", "password",
    "$blake2b$v=2$key=bac148c88f7bf95e$BVEtajqiMZrUcSk8ZXGppkpPmkFBVPkCeIHT6n/GSwQ",
    "$blake2b$v=1$key=bac148c88f7bf95$BVEtajqiMZrUcSk8ZXGppkpPmkFBVPkCeIHT6n/GSwQ",
    "$blake2b$v=1$key=BAC148C88F7BF95E$BVEtajqiMZrUcSk8ZXGppkpPmkFBVPkCeIHT6n/GSwQ",
    "$blake2b$v=1$key=bac148c88f7bf95e$BVEtajqiMZrUcSk8ZXGppkpPmkFBVPkCeIHT6n/GSw",
    "$blake2b$v=1$key=bac148c88f7bf95e$BVEtajqiMZrUcSk8ZXGppkpPmkFBVPkCeIHT6n/GSwQ=",
    "$blake2b$v=1$key=bac148c88f7bf95e$BVEtajqiMZrUcSk8ZXGppkpPmkFBVPkCeIHT6n/GSw!",
    "$blake2b$v=1$key=bac148c88f7bf95e$", "$blake2b$v=1$key=bac148c88f7bf95e",
    " $blake2b$v=1$key=bac148c88f7bf95e$BVEtajqiMZrUcSk8ZXGppkpPmkFBVPkCeIHT6n/GSwQ",
    "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    "$argon2id$v=19$m=256,t=02,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    "$argon2id$v=19$m=99999999999999999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEg",
    "$argon2id$v=19$t=2,m=256,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    "$argon2id$v=19$m=256,t=2,p=1$c29t$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
    "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
    "$argon2id$v=19$m=256,t=2,p=1$" + String(repeating: "A", count: 1000)
      + "$AAAAAAAAAAAAAAAAAAAAAA",
  ]

  @Test(arguments: malformed)
  func `a text that no version writes is refused`(text: String) {
    #expect(throws: HistoryError.unknownDigest) { try PasswordDigest(text: text) }
  }

  @Test func `no flipped bit of a stored digest makes it match`() throws {
    let digester = try PasswordDigester.keyed()
    let text = Array(
      try digester.digest(of: Array("secret".utf8).span, account: alice).text.utf8)
    for bit in 0..<(8 * text.count) {
      var damaged = text
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let digest = try? PasswordDigest(text: String(decoding: damaged, as: UTF8.self))
      else { continue }
      // A flipped key id is a wrong key.
      #expect((try? matches("secret", digest, digester)) != true)
    }
  }

  @Test func `a digest shows only its kind when it is printed`() throws {
    let digest = try PasswordDigest(text: Self.referenceArgon2id[1])
    var dumped = ""
    dump(digest, to: &dumped)
    for text in ["\(digest)", String(reflecting: digest), dumped] {
      #expect(text.contains("argon2id") && !text.contains("nf65EOg"))
    }
  }
}

@Suite("Keys and limits")
struct PasswordDigesterTests {
  let alice: AccountID

  init() throws { alice = try AccountID("alice") }

  @Test func `a digest under a key that was not given is an error, not a difference`() throws {
    let old = try HistoryKey.counting()
    let new = try HistoryKey.counting(from: 1)
    let digest = try PasswordDigester(.keyedBLAKE2b(old)).digest(
      of: Array("secret".utf8).span, account: alice)
    let error = #expect(throws: HistoryError.wrongKey(needed: old.id, given: [new.id])) {
      try PasswordDigester(.keyedBLAKE2b(new)).matches(
        Array("secret".utf8).span, digest, account: alice)
    }
    #expect(
      error?.description
        == "the history was written under key \(old.id), and the key given is \(new.id); "
        + "give the key that wrote it, in addition to a new one if there is one")
    #expect(throws: HistoryError.wrongKey(needed: old.id, given: [])) {
      try PasswordDigester(.argon2id(.least())).matches(
        Array("secret".utf8).span, digest, account: alice)
    }
    let both = try PasswordDigester(.keyedBLAKE2b(new), otherKeys: [old])
    #expect(try both.matches(Array("secret".utf8).span, digest, account: alice))
  }

  @Test func `a key of another length is refused`() {
    #expect(throws: HistoryError.keyLength(byteCount: 31)) {
      try HistoryKey(.init(count: 31, protection: .wiped))
    }
  }

  @Test(arguments: [(0, 8192), (-1, 8192), (1, 8191), (1, 8193), (1, 0), (1, -1024), (1, .max)])
  func `limits that libsodium does not accept are refused`(operations: Int, byteCount: Int) {
    #expect(
      throws: HistoryError.limitsOutOfRange(operations: operations, byteCount: byteCount)
    ) { try Argon2idLimits(operations: operations, byteCount: byteCount) }
  }

  @Test func `a stored digest may not require more work than the ceiling`() throws {
    let digest = try PasswordDigest(text: PasswordDigestTests.referenceArgon2id[0])
    let ceiling = try Argon2idLimits(operations: 2, byteCount: 65535 * 1024)
    let digester = try PasswordDigester(.argon2id(.least()), ceiling: ceiling)
    #expect(
      throws: HistoryError.digestTooCostly(
        try Argon2idLimits(operations: 2, byteCount: 65536 * 1024), ceiling: ceiling)
    ) { try digester.matches(Array("password".utf8).span, digest, account: alice) }
  }

  @Test func `an upgrade is needed for another key, for less work and for Argon2id`() throws {
    let old = try HistoryKey.counting()
    let new = try HistoryKey.counting(from: 1)
    let span = Array("secret".utf8)
    let methods: [PasswordDigester.Method] = [
      .keyedBLAKE2b(old), .keyedBLAKE2b(new), .argon2id(try .least()),
      .argon2id(try .least(operations: 2)),
    ]
    let digesters = try methods.map { try PasswordDigester($0, otherKeys: [old, new]) }
    let digests = try digesters.map { try $0.digest(of: span.span, account: alice) }
    let wanted = digesters.map { digester in digests.map(digester.needsUpgrade) }
    #expect(
      wanted == [
        [false, true, false, false],
        [true, false, false, false],
        [true, true, false, false],
        [true, true, true, false],
      ])
  }
}
