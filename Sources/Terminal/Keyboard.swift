internal import Foundation
internal import UnixSignals

/// Where a terminal chat's input comes from: lines of standard input and Ctrl-C.
public struct Keyboard: Sendable {
    /// What the person does, in order. A piped input waits for nobody: at most 1,000 lines are held.
    public let input: AsyncStream<TerminalChat.Input>
    private let source: AsyncStream<TerminalChat.Input>.Continuation

    /// Starts to read. Reading blocks, so it has a thread of its own, which ends with the input.
    public init() {
        let (stream, source) = AsyncStream.makeStream(
            of: TerminalChat.Input.self, bufferingPolicy: .bufferingOldest(1_000))
        input = stream
        self.source = source
        let reader = Thread {
            while let line = readLine() { source.yield(.line(line)) }
            source.yield(.end)
        }
        reader.name = "keyboard"
        reader.start()
    }

    /// Turns each Ctrl-C into input, until cancelled.
    public func watchInterrupts() async {
        for await _ in await UnixSignalsSequence(trapping: .sigint) { source.yield(.interrupt) }
    }
}
