// Calls arrive in pieces: the first piece of a call brings its id and name, the later ones text to append to its
// arguments. Several calls may grow at once; `index` tells them apart, and where a server leaves it out, the id does, or
// the piece belongs to the newest call.

/// The calls of one answer as they grow.
struct ToolCallPieces {
    /// Calls of one answer; a model that asks for more is not heard.
    static let mostCalls = 16
    /// Bytes of one call's arguments.
    static let mostBytes = 16 << 10

    private struct Growing {
        var index: Int?
        var call: ChatToolCall
    }

    private var growing: [Growing] = []

    /// Whether any call has begun.
    var isEmpty: Bool { growing.isEmpty }

    /// Every call that can be made, in the order begun. A call without a name is none.
    var calls: [ChatToolCall] {
        growing.enumerated().compactMap { place, one in
            guard !one.call.name.isEmpty else { return nil }
            var call = one.call
            if call.id.isEmpty { call.id = "call_\(place + 1)" }
            return call
        }
    }

    /// Takes one piece.
    mutating func take(_ piece: StreamChunk.CallPiece) throws(OpenAIError) {
        let place = try place(of: piece)
        var call = growing[place].call
        if let id = piece.id, call.id.isEmpty { call.id = String(id.prefix(128)) }
        if let name = piece.function?.name, call.name.isEmpty { call.name = String(name.prefix(64)) }
        call.arguments += piece.function?.arguments ?? ""
        guard call.arguments.utf8.count <= Self.mostBytes else {
            throw OpenAIError(.malformed, "the arguments of a tool call exceed \(Self.mostBytes) bytes")
        }
        growing[place].call = call
    }

    private mutating func place(of piece: StreamChunk.CallPiece) throws(OpenAIError) -> Int {
        if let place = known(piece) { return place }
        guard growing.count < Self.mostCalls else {
            throw OpenAIError(.malformed, "more than \(Self.mostCalls) tool calls in one answer")
        }
        growing.append(Growing(index: piece.index, call: ChatToolCall(id: "", name: "", arguments: "")))
        return growing.count - 1
    }

    private func known(_ piece: StreamChunk.CallPiece) -> Int? {
        if let index = piece.index { return growing.firstIndex { $0.index == index } }
        guard let id = piece.id, !id.isEmpty else { return growing.indices.last }
        return growing.firstIndex { $0.call.id == id }
    }
}
