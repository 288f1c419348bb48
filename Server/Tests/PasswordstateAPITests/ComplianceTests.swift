import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

@Suite("Compliance through HTTP")
struct ComplianceTests {
  typealias Keys = ServiceFixture.Keys

  @Test("a given password that is bad, weak or reused is 403, and says why")
  func givenPassword() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      func put(_ password: String) async throws -> TestResponse {
        try await client.send(
          .put, form: [("PasswordID", "46411"), ("apikey", Keys.list28), ("Password", password)])
      }
      let created = try await client.send(
        .post,
        form: [
          ("PasswordListID", "28"), ("Title", "t"), ("apikey", Keys.list28),
          ("Password", "first-password-1"),
        ])
      #expect(created.status == .created)
      for (password, word) in [
        ("SUMMER2012!summer", "bad"), ("short", "Average"), ("first-password-1", "newest 3"),
      ] {
        let response = try await put(password)
        #expect(response.status == .forbidden)
        let phrase = try response.json.elements[0]["errors"]?.elements[1]["phrase"]?.string
        #expect(phrase?.contains(word) == true, "\(phrase ?? "")")
        #expect(phrase?.contains(password) == false)
      }
      // The newest three distinct ones, the current one included, and repeats do not count.
      for number in 2...3 { #expect(try await put("password-number-\(number)").status == .ok) }
      #expect(try await put("first-password-1").status == .forbidden)
      #expect(try await put("password-number-4").status == .ok)
      #expect(try await put("first-password-1").status == .ok)
      #expect(try await put("password-number-2").status == .ok)
    }
  }

  @Test(
    "a regular expression matches anywhere and in any case once the switch is on, and a word whole")
  func badPasswordsByPattern() async throws {
    for (isRegex, entry, bad, good) in [
      (true, "summer[0-9]{2}", "xSUMMER12x", "summer1x"),
      (false, "summer", "Summer", "summers"), (false, "summer.", "summer.", "summers"),
    ] {
      let document = """
        {"options": {"badPasswordsAreRegularExpressions": \(isRegex)}, "badPasswords": ["\(entry)"],
         "lists": [{"id": 1, "name": "l", "preventBadPasswordUse": true},
                   {"id": 2, "name": "m"}]}
        """
      let fixture = try await ServiceFixture(document: document)
      try await fixture.test { client in
        func post(_ password: String, list: Int) async throws -> HTTPResponse.Status {
          try await client.send(
            .post,
            form: [
              ("PasswordListID", "\(list)"), ("Title", "t"), ("apikey", fixture.systemKey),
              ("Password", password),
            ]
          ).status
        }
        let statuses = [
          try await post(bad, list: 1), try await post(good, list: 1), try await post(bad, list: 2),
        ]
        #expect(statuses == [.forbidden, .created, .created])
      }
    }
  }

  /// Lists whose generator draws one digit: all ten values, of which earlier ones are refused.
  private static func digits(reuse: Int) -> String {
    """
    {"generators": [{"id": 1, "name": "digit", "default": true,
       "query": "IncludeAlphaSpecial=true&minLength=1&numericChars=true&ambiguousChars=true"}],
     "lists": [{"id": 1, "name": "l", "preventPasswordReuse": \(reuse)}]}
    """
  }

  /// Makes record 1, whose passwords are these digits, one after another.
  private static func use(
    _ digits: ClosedRange<Int>, _ client: any TestClientProtocol, _ key: [(String, String)]
  ) async throws {
    _ = try await client.send(.post, form: key + [("PasswordListID", "1"), ("Title", "t")])
    for digit in digits {
      _ = try await client.send(.put, form: key + [("PasswordID", "1"), ("Password", "\(digit)")])
    }
  }

  @Test(
    "a generator that can never comply is 403 after one attempt and exactly N more",
    arguments: [("0", 1), ("1", 2), ("10", 11), ("20", 21), (nil, 11)])
  func never(retries: String?, attempts: Int) async throws {
    let fixture = try await ServiceFixture(document: Self.digits(reuse: 10))
    try await fixture.test { client in
      let key = [("apikey", fixture.systemKey)]
      try await Self.use(0...9, client, key)
      let retries = retries.map { [("ComplianceRetries", $0)] } ?? []
      let response = try await client.send(
        .put, form: key + [("PasswordID", "1"), ("GeneratePassword", "true")] + retries)
      #expect(response.status == .forbidden)
      let phrase = try response.json.elements[0]["errors"]?.elements[1]["phrase"]?.string ?? ""
      #expect(phrase.contains("\(attempts) attempt"), "\(phrase)")
      #expect(phrase.contains("password reuse \(attempts)"), "\(phrase)")
      #expect(
        try await client.get("/api/passwords/1", key: fixture.systemKey).text.contains("\"9\""))
    }
  }

  /// What a list refuses of one drawn digit, whichever it is, and what the answer calls the check.
  private static let refusals = [
    ("\"badPasswords\": [\((0...9).map { "\"\($0)\"" }.joined(separator: ","))],", "bad password"),
    (
      "\"options\": {\"badPasswordsAreRegularExpressions\": true}, \"badPasswords\": [\"^[0-9]$\"],",
      "bad password"
    ),
    (
      """
      "strengthPolicies": [{"id": 1, "name": "s",
        "strength": {"minLower": 1, "compliance": "Excellent", "mandatory": true}}],
      """, "password strength"
    ),
  ]

  @Test(
    "a list that refuses all that its generator can draw counts one attempt and N more",
    arguments: refusals, [("0", 1), ("1", 2), ("10", 11), ("20", 21)])
  func neverByPolicy(refusal: (json: String, check: String), retries: (text: String, attempts: Int))
    async throws
  {
    let fixture = try await ServiceFixture(
      document: """
        {"generators": [{"id": 1, "name": "digit", "default": true,
           "query": "IncludeAlphaSpecial=true&minLength=1&numericChars=true&ambiguousChars=true"}],
         \(refusal.json)
         "lists": [{"id": 1, "name": "l", "preventBadPasswordUse": true, "strengthPolicy": \(
           refusal.check == "password strength" ? 1 : 0)}]}
        """)
    try await fixture.test { client in
      let response = try await client.send(
        .post,
        form: [
          ("PasswordListID", "1"), ("Title", "t"), ("apikey", fixture.systemKey),
          ("GeneratePassword", "true"), ("ComplianceRetries", retries.text),
        ])
      #expect(response.status == .forbidden)
      let phrase = try response.json.elements[0]["errors"]?.elements[1]["phrase"]?.string ?? ""
      let attempts = "\(retries.attempts) attempt\(retries.attempts == 1 ? "" : "s")"
      #expect(
        phrase.contains("in \(attempts): \(refusal.check) \(retries.attempts)"), "\(phrase)")
    }
  }

  @Test("a generator that rarely complies gets exactly the attempts that were asked for")
  func countedAttempts() async throws {
    // Nine of the ten digits are always refused, so that an attempt complies with a chance of 0.1 and
    // two with one of 0.19. Of 200 requests 38 ± 5.5 succeed; fewer than 10 or more than 70 do with a
    // chance of less than 10⁻⁷.
    let fixture = try await ServiceFixture(document: Self.digits(reuse: 9))
    try await fixture.test { client in
      let key = [("apikey", fixture.systemKey)]
      try await Self.use(0...8, client, key)
      var successes = 0
      for _ in 1...200 {
        let response = try await client.send(
          .put,
          form: key + [
            ("PasswordID", "1"), ("GeneratePassword", "true"), ("ComplianceRetries", "1"),
          ])
        if response.status == .ok {
          successes += 1
        } else {
          let phrase = try response.json.elements[0]["errors"]?.elements[1]["phrase"]?.string ?? ""
          #expect(phrase.contains("in 2 attempts: password reuse 2"), "\(phrase)")
        }
      }
      #expect((10...70).contains(successes))
    }
  }

  @Test("a generator that rarely complies is retried, and what it draws was never used")
  func rarely() async throws {
    let fixture = try await ServiceFixture(document: Self.digits(reuse: 10))
    try await fixture.test { client in
      let key = [("apikey", fixture.systemKey)]
      var seen: Set<String> = []
      _ = try await client.send(.post, form: key + [("PasswordListID", "1"), ("Title", "t")])
      for _ in 1...10 {
        // A thousand retries miss a value of one in ten with a chance of less than 10⁻⁴⁵.
        let response = try await client.send(
          .put,
          form: key + [
            ("PasswordID", "1"), ("GeneratePassword", "true"), ("ComplianceRetries", "1000"),
          ])
        #expect(response.status == .ok)
        seen.insert(try response.json.elements[0]["Password"]?.string ?? "")
      }
      #expect(seen.count == 10)
    }
  }

  @Test(
    "a generator outside what the policy allows is never drawn from, and one that overlaps needs no retry",
    arguments: ["0", "10"])
  func drawnFromPolicy(retries: String) async throws {
    let document = """
      {"generators": [
         {"id": 1, "name": "lower", "query": "IncludeAlphaSpecial=true&minLength=10&lowerCaseChars=true"},
         {"id": 2, "name": "mixed",
          "query": "IncludeAlphaSpecial=true&minLength=10&lowerCaseChars=true&numericChars=true"}],
       "strengthPolicies": [{"id": 1, "name": "digits",
         "strength": {"preferredLength": 10, "minNumeric": 7, "compliance": "Excellent", "mandatory": true}}],
       "lists": [{"id": 1, "name": "a", "generator": 1, "strengthPolicy": 1},
                 {"id": 2, "name": "b", "generator": 2, "strengthPolicy": 1}]}
      """
    let fixture = try await ServiceFixture(document: document)
    try await fixture.test { client in
      for (list, status) in [(1, HTTPResponse.Status.forbidden), (2, .created), (2, .created)] {
        let response = try await client.send(
          .post,
          form: [
            ("PasswordListID", "\(list)"), ("Title", "t"), ("apikey", fixture.systemKey),
            ("GeneratePassword", "TRUE"), ("ComplianceRetries", retries),
          ])
        #expect(response.status == status)
        if status == .created {
          let password = try response.json.elements[0]["Password"]?.string ?? ""
          #expect(password.count(where: \.isNumber) >= 7)
        }
      }
    }
  }

  @Test("the newest passwords are found behind any number of other changes")
  func longHistory() async throws {
    let fixture = try await ServiceFixture(document: Self.digits(reuse: 2))
    try await fixture.test { client in
      let key = [("apikey", fixture.systemKey)]
      func put(_ change: (String, String)) async throws -> HTTPResponse.Status {
        try await client.send(.put, form: key + [("PasswordID", "1"), change]).status
      }
      _ = try await client.send(
        .post, form: key + [("PasswordListID", "1"), ("Title", "t"), ("Password", "1")])
      #expect(try await put(("Password", "2")) == .ok)
      for number in 1...11 { #expect(try await put(("Title", "title \(number)")) == .ok) }
      #expect(try await put(("Password", "1")) == .forbidden)
      #expect(try await put(("Password", "2")) == .forbidden)
      #expect(try await put(("Password", "3")) == .ok)
      #expect(try await put(("Password", "1")) == .ok)
    }
  }

  @Test("password fields are exempt from all checks")
  func genericFieldsAreExempt() async throws {
    let document = """
      {"generators": [{"id": 1, "name": "digit", "default": true,
         "query": "IncludeAlphaSpecial=true&minLength=1&numericChars=true"}],
       "strengthPolicies": [{"id": 1, "name": "s", "default": true,
         "strength": {"compliance": "Excellent", "mandatory": true}}],
       "badPasswords": ["0","1","2","3","4","5","6","7","8","9"],
       "lists": [{"id": 1, "name": "l", "preventBadPasswordUse": true, "preventPasswordReuse": 9,
         "genericFields": [{"number": 1, "name": "PIN", "type": "password"}]}]}
      """
    let fixture = try await ServiceFixture(document: document)
    try await fixture.test { client in
      let key = [("apikey", fixture.systemKey)]
      let created = try await client.send(
        .post,
        form: key + [("PasswordListID", "1"), ("Title", "t"), ("GenerateGenFieldPassword", "true")])
      #expect(created.status == .created)
      #expect(try created.json.elements[0]["GenericField1"]?.string?.count == 1)
      for _ in 1...20 {
        let response = try await client.send(
          .put, form: key + [("PasswordID", "1"), ("GenerateGenFieldPassword", "true")])
        #expect(response.status == .ok)
      }
    }
  }

  @Test("the expiry date moves on when the password changes, unless it is given or must stay")
  func expiryDate() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let key = [("apikey", fixture.systemKey)]
      func expiry(_ form: [(String, String)], _ method: HTTPRequest.Method = .put) async throws
        -> String?
      {
        let response = try await client.send(method, form: key + form)
        return try response.json.elements[0]["ExpiryDate"]?.string
      }
      let list31 = [("PasswordListID", "31"), ("Title", "t")]
      #expect(try await expiry(list31, .post) == "")
      let id = ("PasswordID", "46411")
      #expect(try await expiry([id, ("Password", "a")]) == "20/03/2026")
      #expect(try await expiry([id, ("Title", "u")]) == "20/03/2026")
      #expect(
        try await expiry([id, ("Password", "b"), ("ExpiryDate", "2030-01-02")]) == "02/01/2030")
      #expect(try await expiry([id, ("ExpiryDate", "")]) == "")
      // List 28 forbids changes.
      #expect(
        try await expiry(
          [("PasswordListID", "28"), ("Title", "t"), ("Password", "a-long-password-1")], .post)
          == "09/04/2026")
      let other = ("PasswordID", "46412")
      let refused = try await client.send(.put, form: key + [other, ("ExpiryDate", "2030-01-02")])
      #expect(refused.status == .forbidden)
      let same = try await client.send(.put, form: key + [other, ("ExpiryDate", "2026-04-09")])
      #expect(same.status == .ok)
    }
  }
}
