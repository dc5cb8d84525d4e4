/// Every bound of a conversation, in one place. Each queue, log, wait and retry of this target names its limit here.
public struct ChatSettings: Sendable, Hashable {
    /// What one frame of a client may hold.
    public var frames = FrameLimits()
    /// What one turn may take.
    public var turns = TurnLimits()
    /// What one answer may look up.
    public var lookUps = LookUpLimits()
    /// What one socket and one person may hold.
    public var sockets = SocketLimits()
    /// How many finished answers, of how many bytes, stay frame-exact.
    public var replay = ReplayLimits()
    /// How a shutdown treats what is running.
    public var drain = DrainLimits()
    /// How instances look after each other.
    public var instances = InstanceLimits()
    /// How an answer that could not be stored is tried again.
    public var saving = SavingLimits()

    /// The defaults of the product.
    public init() {}
}

/// Bounds of one frame from a client.
public struct FrameLimits: Sendable, Hashable {
    /// Longest message, counted in Unicode scalars.
    public var messageCharacters = 4_000
    /// Deepest nesting of JSON that is read at all.
    public var depth = 32
    /// Longest id a client may choose.
    public var identifierBytes = 128
    /// Longest token an `auth` frame may bring.
    public var tokenBytes = 8_192
    /// Frames of one socket in any second; more are refused, the socket lives.
    public var perSecond = 60
    /// Refused frames in one second after which the socket is closed as hostile (4429).
    public var floodPerSecond = 2_000

    /// The defaults.
    public init() {}
}

/// Bounds of one turn.
public struct TurnLimits: Sendable, Hashable {
    /// Turns of one person that wait behind the running one.
    public var queuedPerPerson = 1
    /// Turns one person may begin in `window`.
    public var perWindow = 20
    /// The window of `perWindow`.
    public var window = Duration.seconds(60)
    /// Turns of everybody that run at the same time.
    public var running = 256
    /// Turns of everybody that wait for one of those.
    public var waiting = 512
    /// Longest life of a turn, from the snapshot to the last token.
    public var deadline = Duration.seconds(120)
    /// Longest answer kept; what comes after it is cut and said to be.
    public var answerBytes = 512 * 1_024
    /// How long a model may take to write an answer again whose numbers were not all backed.
    public var repairWait = Duration.seconds(20)
    /// Stored messages read for one prompt; the prompt takes what fits its own budget.
    public var promptMessages = 40
    /// Tries to store a question before it is refused as not saved.
    public var storeAttempts = 2
    /// How far back `regenerate` looks for its message.
    public var regenerateWithin = 200

    /// The defaults.
    public init() {}
}

/// Bounds of what a model may look up for one answer.
public struct LookUpLimits: Sendable, Hashable {
    /// Times the model may ask before it has to speak.
    public var rounds = 5
    /// Look-ups of all rounds.
    public var calls = 12
    /// Time for all of them.
    public var time = Duration.seconds(20)

    /// The defaults.
    public init() {}
}

/// Bounds of sockets and of what stands behind them.
public struct SocketLimits: Sendable, Hashable {
    /// Sockets of one person.
    public var perPerson = 5
    /// How long a socket may stay unknown.
    public var authenticationWait = Duration.seconds(5)
    /// How often an open socket's person is looked up again. Together with the age of what identity remembers (30 s) a
    /// blocked person is out within a minute.
    public var recheckEvery = Duration.seconds(25)
    /// How long a socket outlives its token.
    public var expiryGrace = Duration.seconds(25)
    /// Frames kept while an earlier one of the same socket is still worked on.
    public var heldFrames = 8
    /// Messages shown when a socket opens.
    public var historyShown = 20
    /// Bytes a socket may leave unread before deltas to it pause.
    public var backlogSoft = 256 * 1_024
    /// Errands of all sockets that run at the same time.
    public var errandsRunning = 256
    /// Errands of all sockets that wait.
    public var errandsWaiting = 16_384
    /// How often deadlines are looked at.
    public var sweepEvery = Duration.seconds(1)

    /// The defaults.
    public init() {}
}

/// Bounds of what can be replayed.
public struct ReplayLimits: Sendable, Hashable {
    /// Frames kept of one turn.
    public var frames = 5_000
    /// Bytes kept of one turn.
    public var bytes = 8 * 1_024 * 1_024
    /// How long a finished turn stays frame-exact.
    public var keptFor = Duration.seconds(600)
    /// Bytes of all finished turns together; the oldest go first.
    public var keptBytes = 64 * 1_024 * 1_024

    /// The defaults.
    public init() {}
}

/// Bounds of a shutdown.
public struct DrainLimits: Sendable, Hashable {
    /// How long running turns may go on.
    public var wait = Duration.seconds(25)
    /// How long the turns that did not may take to store what they have.
    public var interruptWait = Duration.seconds(2)
    /// Clients are told to come back after a random time up to this.
    public var reconnectWithin = Duration.seconds(5)

    /// The defaults.
    public init() {}
}

/// Bounds of several instances as one service.
public struct InstanceLimits: Sendable, Hashable {
    /// From one sign of life to the next.
    public var beatEvery = Duration.milliseconds(1_500)
    /// An instance whose sign has not changed for so long is dead. With the beat, its turns are ended within 10 s.
    public var deadAfter = Duration.seconds(6)
    /// The longest a turn can take, waiting and storing included; older ones are not looked for.
    public var turnsLastAtMost = Duration.seconds(900)
    /// How often the store is asked about a turn that runs elsewhere.
    public var lookEvery = Duration.seconds(2)
    /// Turns elsewhere that are waited for.
    public var watchedAtMost = 4_096

    /// The defaults.
    public init() {}
}

/// Bounds of storing answers.
public struct SavingLimits: Sendable, Hashable {
    /// A running answer is stored at least this often…
    public var every = Duration.seconds(1)
    /// …or after this many pieces.
    public var everyPieces = 64
    /// First wait before the store is tried again; doubles each time.
    public var retryAfter = Duration.seconds(1)
    /// Longest wait between two tries.
    public var retryAtMost = Duration.seconds(4)
    /// Answers waiting in memory for another try; beyond it they wait on the disk.
    public var retriesHeld = 1_000

    /// The defaults.
    public init() {}
}
