internal import Foundation
internal import NIOCore
internal import NIOWebSocket

/// Decides what a terminal chat does next: input and frames in, actions out.
struct Talk {
    enum Action: Equatable {
        case show(String)
        case send(WebSocketFrame)
    }

    private var transcript = Transcript()
    private var waiting: [String] = []
    private var isWelcome = false
    private var isReady = false
    private var inputHasEnded = false
    /// Nothing more will be said.
    private(set) var isOver = false
    /// Why the server ended it, when it was not a regular end.
    private(set) var refusal: TerminalChat.Refusal?

    mutating func handle(_ input: TerminalChat.Input) -> [Action] {
        switch input {
        case .line(let line):
            let question = line.trimmingCharacters(in: .whitespacesAndNewlines)
            if !question.isEmpty { waiting.append(question) }
        case .interrupt:
            if let turn = transcript.running { return [.send(TerminalSocket.text(WireFrame.stop(turn)))] }
            isOver = true
        case .end: inputHasEnded = true
        }
        return next()
    }

    mutating func handle(_ frame: WebSocketFrame) -> [Action] {
        switch frame.opcode {
        case .ping: return [.send(TerminalSocket.pong(frame))]
        case .connectionClose:
            isOver = true
            refusal = TerminalChat.Refusal(closeOf: frame)
            return []
        case .text: return handle(text: String(buffer: frame.unmaskedData))
        default: return []
        }
    }

    private mutating func handle(text: String) -> [Action] {
        guard let frame = WireFrame(text) else { return [] }
        let shown = transcript.show(frame)
        switch frame.type {
        case "welcome":
            isWelcome = true
            isReady = true
        // Before the welcome an error is followed by a close that says what it means.
        case "turn_completed", "turn_stopped", "turn_failed", "error": isReady = isWelcome
        default: break
        }
        return (shown.isEmpty ? [] : [.show(shown)]) + next()
    }

    /// One question at a time: the next goes out when the last is answered.
    private mutating func next() -> [Action] {
        guard isReady, transcript.running == nil else { return [] }
        guard !waiting.isEmpty else {
            isOver = isOver || inputHasEnded
            return []
        }
        isReady = false
        return [.send(TerminalSocket.text(WireFrame.send(waiting.removeFirst(), id: UUID().uuidString)))]
    }
}
