internal import Foundation
internal import NIOCore
internal import NIOWebSocket

/// A chat in the terminal: lines of input become questions, frames become text. Ends with the input, or with the socket.
public struct TerminalChat: Sendable {
    /// What the person does.
    public enum Input: Sendable, Hashable {
        /// A line was entered.
        case line(String)
        /// Ctrl-C: stops a running answer, otherwise leaves.
        case interrupt
        /// Ctrl-D or the end of a piped input; the running answer is still awaited.
        case end
    }

    private let address: ChatAddress
    private let token: String
    private let show: @Sendable (String) -> Void

    /// A chat at `address` as whoever `token` names.
    public init(address: ChatAddress, token: String, show: @escaping @Sendable (String) -> Void) {
        self.address = address
        self.token = token
        self.show = show
    }

    private enum Event: Sendable {
        case input(Input)
        case frame(WebSocketFrame)
        case closed
    }

    /// Talks until the input ends or the server closes.
    public func run(_ input: AsyncStream<Input>) async throws {
        let frames = try await TerminalSocket.connect(to: address, token: token)
        try await frames.executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Void.self) { group in
                let (events, source) = AsyncStream.makeStream(of: Event.self, bufferingPolicy: .bufferingOldest(10_000))
                group.addTask {
                    for await one in input { source.yield(.input(one)) }
                    source.yield(.input(.end))
                }
                group.addTask {
                    defer { source.yield(.closed) }
                    for try await frame in inbound { source.yield(.frame(frame)) }
                }
                defer { group.cancelAll() }
                try await talk(events, outbound)
            }
        }
    }

    private func talk(_ events: AsyncStream<Event>, _ out: NIOAsyncChannelOutboundWriter<WebSocketFrame>) async throws {
        var talk = Talk()
        for await event in events {
            switch event {
            case .closed: throw Refusal.connectionLost
            case .input(let input): try await perform(talk.handle(input), out)
            case .frame(let frame): try await perform(talk.handle(frame), out)
            }
            guard talk.isOver else { continue }
            if let refusal = talk.refusal { throw refusal }
            return try await out.write(TerminalSocket.close())
        }
    }

    private func perform(_ actions: [Talk.Action], _ out: NIOAsyncChannelOutboundWriter<WebSocketFrame>) async throws {
        for action in actions {
            switch action {
            case .show(let text): show(text)
            case .send(let frame): try await out.write(frame)
            }
        }
    }
}
