public import Finance

/// One promise a month, and how the earlier ones turned out: what is made on the first night of a month is scored on the
/// first night after it. A forecast that abstains promises nothing, and the next night tries again. Categories of a month
/// that is over are not kept.
public struct ForecastMemory: Sendable, Hashable, Codable {
    /// Most scores kept, the newest.
    public static let most = 24

    /// The forecast of the running month; nil before one was made.
    public private(set) var promise: ForecastRecord?
    /// Closed months, oldest first.
    public private(set) var scores: [ForecastScore] = []

    /// Nothing promised yet.
    public init() {}

    /// All scores together, as shown beside the next forecast.
    public var together: ForecastScores { ForecastScores(scores) }

    /// The memory after the night of a snapshot. Give its forecast when it is at hand; otherwise one is made if needed.
    public func after(_ snapshot: Snapshot, forecast: Forecast? = nil) -> ForecastMemory {
        let month = Month(containing: snapshot.asOf)
        var memory = self
        if let promise, promise.month < month { memory.close(promise, with: snapshot) }
        guard memory.promise == nil, memory.scores.allSatisfy({ $0.forecast.month < month }) else { return memory }
        memory.promise = (forecast ?? Forecast(of: snapshot)).record(of: month)
        return memory
    }

    private mutating func close(_ promise: ForecastRecord, with snapshot: Snapshot) {
        let bare = ForecastRecord(
            madeOn: promise.madeOn, month: promise.month, expected: promise.expected, range: promise.range, parts: [])
        guard let score = ForecastScore(forecast: bare, actual: snapshot) else { return }
        scores = (scores + [score]).suffix(Self.most)
        self.promise = nil
    }
}
