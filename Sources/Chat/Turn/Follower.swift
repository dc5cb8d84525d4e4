/// How far one socket is in one turn, and whether it keeps up.
///
/// A socket that leaves too much unread gets no more deltas. Once it has caught up it is told where it stopped
/// (`resync`), and waits to be asked for the rest. A legacy socket knows no resync: it gets the end of the turn only,
/// which holds the whole text.
struct Follower: Sendable, Equatable {
    /// What to do with the next frame.
    enum Step: Equatable {
        case send
        /// Nothing for this socket now.
        case hold
        /// It has room again: tell it to resume after `sequence`.
        case resync(Int)
        /// Passed over for good; the end of the turn makes up for it.
        case skip
    }

    private enum Pace { case following, behind, told }

    let dialect: Dialect
    /// The last frame it was given.
    private(set) var sequence: Int
    private var pace = Pace.following

    /// A socket that has everything up to `sequence`.
    init(dialect: Dialect, after sequence: Int) {
        self.dialect = dialect
        self.sequence = sequence
    }

    /// Decides for the frame after `sequence`.
    mutating func step(_ next: NumberedFrame, backlog: Int, soft: Int) -> Step {
        if pace == .following, backlog > soft, !next.frame.isTerminal || dialect == .v2 { pace = .behind }
        switch (pace, dialect) {
        case (.following, _):
            sequence = next.sequence
            return .send
        case (_, .legacy):
            sequence = next.sequence
            return next.frame.isTerminal ? .send : .skip
        case (.behind, .v2): return caughtUp(backlog: backlog, soft: soft) ?? .hold
        case (.told, .v2): return .hold
        }
    }

    /// Asked without a new frame: whether a socket that fell behind can be told now.
    mutating func caughtUp(backlog: Int, soft: Int) -> Step? {
        guard pace == .behind, dialect == .v2, backlog <= soft / 2 else { return nil }
        pace = .told
        return .resync(sequence)
    }

    /// Whether it still waits for its resync.
    var isBehind: Bool { pace == .behind && dialect == .v2 }
}
