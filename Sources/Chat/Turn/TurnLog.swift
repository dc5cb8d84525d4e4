import DequeModule
import FoundationEssentials

/// The frames of one turn: numbered 1…n without a gap, one terminal frame at the end, nothing after it. Keeps as many as
/// its limits allow and says so when asked for older ones.
struct TurnLog: Sendable {
    /// What a reader who has everything up to some number gets.
    enum Replay: Equatable {
        /// Exactly the missing frames.
        case frames([NumberedFrame])
        /// Some of them are gone.
        case gone
        /// It claims frames that were never sent.
        case ahead
    }

    private let limits: ReplayLimits
    private var frames: Deque<NumberedFrame> = []
    /// Bytes kept, roughly.
    private(set) var weight = 0
    /// The newest number, 0 before the first frame.
    private(set) var last = 0
    /// Whether the terminal frame is in.
    private(set) var isComplete = false

    /// An empty log.
    init(limits: ReplayLimits) { self.limits = limits }

    /// Numbers and keeps a frame; nil after the terminal one.
    mutating func append(_ frame: ServerFrame, at instant: Date) -> NumberedFrame? {
        guard !isComplete else { return nil }
        last += 1
        isComplete = frame.isTerminal
        let numbered = NumberedFrame(sequence: last, at: instant, frame: frame)
        frames.append(numbered)
        weight += frame.weight
        while frames.count > limits.frames || weight > limits.bytes, frames.count > 1, let oldest = frames.popFirst() {
            weight -= oldest.frame.weight
        }
        return numbered
    }

    /// Everything after `sequence`.
    func after(_ sequence: Int) -> Replay {
        guard sequence <= last else { return .ahead }
        let missing = last - sequence
        guard missing <= frames.count else { return .gone }
        return .frames(Array(frames.suffix(missing)))
    }

    /// The first frame after `sequence` that is still kept.
    func first(after sequence: Int) -> NumberedFrame? {
        guard let oldest = frames.first?.sequence, sequence >= oldest - 1, sequence < last else { return nil }
        return frames[sequence + 1 - oldest]
    }
}
