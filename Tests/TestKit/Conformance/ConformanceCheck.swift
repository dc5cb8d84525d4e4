public import Finance
public import Testing

/// One promise of a port, as a sentence and a way to try it. The same list runs over every technology behind the port;
/// each check makes its own people and keys, so that all of them may share one store and run side by side.
public struct ConformanceCheck<Subject: Sendable>: Sendable, CustomTestStringConvertible {
    /// The promise in words.
    public let sentence: String
    /// Tries it; a broken promise is recorded as an issue, and stops this check when the rest would make no sense.
    public let run: @Sendable (Subject) async throws -> Void

    /// A promise and how to try it.
    public init(_ sentence: String, _ run: @escaping @Sendable (Subject) async throws -> Void) {
        self.sentence = sentence
        self.run = run
    }

    /// The sentence, as the test report shows it.
    public var testDescription: String { sentence }
}

/// Names nobody else in this run has.
public enum Fresh {
    /// 24 random hex digits: the id of a record.
    public static func id() -> String {
        let digits = Array("0123456789abcdef")
        return String((0..<24).map { _ in digits[Int.random(in: 0..<16)] })
    }

    /// A person no store knows.
    public static func user() throws -> UserID { try #require(UserID(id())) }

    /// A key no cache holds.
    public static func key(_ stem: String = "conformance") -> String { "\(stem):\(id())" }
}

/// Tries `condition` again and again until it holds or `limit` has passed; the last answer counts. For servers whose
/// clock is not ours: everything of our own takes a test clock instead.
public func eventually(
    within limit: Duration = .seconds(5), _ condition: () async throws -> Bool
) async throws -> Bool {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while try await !condition() {
        guard clock.now < deadline else { return false }
        try await clock.sleep(for: .milliseconds(5))
    }
    return true
}
