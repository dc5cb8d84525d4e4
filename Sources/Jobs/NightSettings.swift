/// Limits of the night. What differs from one deployment to the next comes from the environment; the rest protects.
public struct NightSettings: Sendable {
    /// When it begins of its own accord; nil for never.
    public var time: NightTime?
    /// People read and written together.
    public var batch = 64
    /// Batches on their way at one time: one computes while another waits for the store.
    public var width = 3
    /// Who wrote to us within these days comes first.
    public var activeDays = 7
    /// Most people that come first.
    public var mostActive = 20_000
    /// How often one person is tried before the night goes on without them.
    public var attempts = 3
    /// How often a batch is tried that the store does not give or take, with growing pauses: about a minute in all.
    public var batchAttempts = 8
    /// The first pause between tries; each later one may be twice as long, up to `longestPause`.
    public var pause: Duration = .milliseconds(250)
    /// The longest pause between tries.
    public var longestPause: Duration = .seconds(20)
    /// How often a run that somebody waits for is taken up again after its store was away.
    public var setbacks = 60
    /// How long it waits before each time.
    public var setbackPause: Duration = .seconds(5)
    /// How long a run may take in all before it stops where it is.
    public var deadline: Duration = .seconds(4 * 3_600)
    /// How long the right to run lasts without being renewed, and how often it is.
    public var lease: Duration = .seconds(30)
    /// How often the right to run is renewed.
    public var renewal: Duration = .seconds(10)
    /// How often the store is asked whether somebody wants a run, where no message says so.
    public var poll: Duration = .seconds(15)
    /// Reports a model may word in one run; the others keep our words until the next.
    public var mostWorded = 500
    /// Tokens a run may spend on wording.
    public var mostTokens = 500_000
    /// Reports being worded at one time.
    public var wordingWidth = 2
    /// How long a model may take for one report.
    public var wordingWait: Duration = .seconds(30)

    /// The usual limits.
    public init(time: NightTime? = nil) { self.time = time }
}
