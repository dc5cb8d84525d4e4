public import Finance

/// The book of what models cost. It stands in the durable store: caps have to outlive a flushed cache.
///
/// ```
///   reserve ──▶ granted ──▶ the call ──▶ settle      what was set aside becomes what was taken
///      │            └──────── its process died ──▶   stays set aside, and counts, until the day is over
///      └──▶ refused: nothing is set aside
/// ```
///
/// Sums of a day are what is settled and what is set aside together, and every change to them is atomic: of many requests
/// at once those that do not fit any more are refused, so what is set aside never exceeds a cap.
public struct SpendLedger: Sendable {
    /// Sets aside what fits under the caps: the person's first, then the feature's, then everyone's, and all or nothing.
    /// On an error something may have been set aside; settling the request's reservations with nothing gives it back.
    public var reserve: @Sendable (SpendRequest, SpendCaps) async throws(PortError) -> SpendAnswer
    /// Books what calls took. Settling one twice, or one that was never set aside, changes nothing.
    public var settle: @Sendable ([SpendSettlement]) async throws(PortError) -> Void
    /// What was spent from one day through another, for administrators; nobody is named. By day, feature and model.
    public var usage: @Sendable (ClosedRange<Day>) async throws(PortError) -> [SpendLine]

    /// Most days `usage` looks at: those furthest back are left out.
    public static let mostDays = 400

    /// A port of these closures.
    public init(
        reserve: @escaping @Sendable (SpendRequest, SpendCaps) async throws(PortError) -> SpendAnswer,
        settle: @escaping @Sendable ([SpendSettlement]) async throws(PortError) -> Void,
        usage: @escaping @Sendable (ClosedRange<Day>) async throws(PortError) -> [SpendLine]
    ) {
        self.reserve = reserve
        self.settle = settle
        self.usage = usage
    }
}

/// What one feature spent on one model in a day.
public struct SpendLine: Sendable, Hashable {
    /// The day.
    public var day: Day
    /// A `SpendFeature`, as stored: one that a later version knows is shown, not lost.
    public var feature: String
    /// The model as it is asked for.
    public var model: String
    /// Calls that are settled.
    public var requests = 0
    /// Tokens they read.
    public var promptTokens = 0
    /// Tokens they wrote.
    public var completionTokens = 0
    /// What they cost.
    public var spent = Spend.zero
    /// The part of it that rests on our own count of tokens.
    public var estimated = Spend.zero
    /// Calls that run, or whose process died.
    public var open = 0
    /// What is set aside for them.
    public var reserved = Spend.zero

    /// A line without any call yet.
    public init(day: Day, feature: String, model: String) {
        self.day = day
        self.feature = feature
        self.model = model
    }

    /// Newest day first, then by feature and model.
    public static func inOrder(_ one: SpendLine, _ other: SpendLine) -> Bool {
        (other.day, one.feature, one.model) < (one.day, other.feature, other.model)
    }
}
