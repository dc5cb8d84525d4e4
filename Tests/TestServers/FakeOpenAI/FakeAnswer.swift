/// One thing the fake does on the wire.
enum FakeStep: Sendable, Hashable {
    case bytes([UInt8])
    /// A token of the answer, with the bytes that carry it.
    case token(String, [UInt8])
    case pause(Duration)
    /// Nothing more until the client closes.
    case hold
    case close
}

/// A script turned into steps, one at a time, so that an answer of any length needs no memory.
struct FakeAnswer {
    private let script: FakeScript
    private let model: String
    private let wire: FakeWire
    private let words: [String]?
    private let calls: [FakeScript.Call]
    private let padding: String
    private var queue: [FakeStep]
    private var next = 0
    private var isEnding = false

    init(_ script: FakeScript, to chat: FakeChat?) {
        self.script = script
        model = chat?.model ?? "unknown"
        wire = FakeWire(script)
        calls = chat?.messages.last?.role == "tool" ? [] : script.calls
        words = FakeAnswer.words(script, chat)
        padding = String(repeating: "x", count: script.padding)
        queue = script.delay > .zero ? [.pause(script.delay)] : []
        if let raw = script.raw {
            isEnding = true
            queue += [.bytes(raw), .close]
        } else if script.failure != nil || script.oddity.map({ $0 != .slowHeaders }) == true {
            isEnding = true
            queue += FakePage.steps(script)
        } else {
            queue += opening()
        }
    }

    mutating func step() -> FakeStep? {
        while queue.isEmpty && !isEnding { produce() }
        return queue.isEmpty ? nil : queue.removeFirst()
    }

    private static func words(_ script: FakeScript, _ chat: FakeChat?) -> [String]? {
        if let label = script.quote {
            return FakeOpenAI.pieces(chat?.line(startingWith: label) ?? "no line starts with \(label)")
        }
        return script.isRefusal ? [] : script.text.map(FakeOpenAI.pieces)
    }

    private func opening() -> [FakeStep] {
        var steps: [FakeStep] = []
        if script.oddity == .slowHeaders {
            for byte in wire.head { steps += [.bytes([byte]), .pause(.milliseconds(100))] }
        } else {
            steps.append(.bytes(wire.head))
        }
        if script.hasComments {
            steps += wire.body("\u{FEFF}: hello\nretry: 10\n\n").map(FakeStep.bytes)
        }
        if let count = script.emptyLines {
            for _ in 0..<(count / 1000) { steps += wire.body(String(repeating: "\n", count: 1000)).map(FakeStep.bytes) }
        }
        if let size = script.bigLine {
            for _ in 0..<(size / 10_000) {
                steps += wire.body(String(repeating: "x", count: 10_000)).map(FakeStep.bytes)
            }
        }
        return steps + event(delta: #""role":"assistant","content":"""#)
    }

    /// The steps of the next token, of a fault due before it, or of the end.
    private mutating func produce() {
        if !calls.isEmpty { return end(callSteps() + closing()) }
        let count = words?.count ?? script.tokens
        if script.disconnectAfter == next { return end([.close]) }
        if script.stallAfter == next { return end([.hold]) }
        if script.malformedAfter == next { return end(wire.event(#"{"choices":[{"delta":"#) + closing()) }
        if script.errorAfter == next { return end(wire.event(FakePage.error(script.errorCode)) + closing()) }
        guard next < count else { return end(finish() + closing()) }
        let token = words.map { $0[next] } ?? FakeOpenAI.token(next)
        if next > 0 && script.gap > .zero { queue.append(.pause(script.gap)) }
        let carrier = event(delta: #""content":\#(FakePage.quoted(token))"#)
        queue += carrier.dropLast()
        if case .bytes(let bytes)? = carrier.last { queue.append(.token(token, bytes)) }
        next += 1
    }

    /// All calls grow at once, each argument in pieces of three bytes.
    private func callSteps() -> [FakeStep] {
        var steps: [FakeStep] = []
        for (index, call) in calls.enumerated() {
            let head = #""index":\#(index),"id":"call_\#(index)","type":"function""#
            let name = #""function":{"name":\#(FakePage.quoted(call.name)),"arguments":""}"#
            steps += event(delta: #""tool_calls":[{\#(head),\#(name)}]"#)
        }
        let pieces = calls.map { FakeAnswer.threes($0.arguments) }
        for turn in 0..<(pieces.map(\.count).max() ?? 0) {
            for (index, texts) in pieces.enumerated() where turn < texts.count {
                let function = #""function":{"arguments":\#(FakePage.quoted(texts[turn]))}"#
                steps += event(delta: #""tool_calls":[{"index":\#(index),\#(function)}]"#)
            }
        }
        steps += event(delta: "", finish: "tool_calls")
        if let usage = usage() { steps += wire.event(chunk(choices: "", extra: #","usage":\#(usage)"#)) }
        return steps + wire.event("[DONE]")
    }

    private static func threes(_ text: String) -> [String] {
        var rest = Substring(text)
        var pieces: [String] = []
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(3)))
            rest = rest.dropFirst(3)
        }
        return pieces
    }

    private mutating func end(_ steps: [FakeStep]) {
        isEnding = true
        queue += steps
    }

    private func finish() -> [FakeStep] {
        var steps: [FakeStep] = []
        if script.isRefusal { steps += event(delta: #""refusal":"I cannot help with that.""#) }
        if script.ending == .neither { return steps }
        if script.ending != .doneOnly { steps += event(delta: "", finish: script.finishReason) }
        if let usage = usage() { steps += wire.event(chunk(choices: "", extra: #","usage":\#(usage)"#)) }
        if script.ending == .finishOnly { return steps }
        steps += wire.event("[DONE]")
        if script.ending == .afterDone { steps += event(delta: #""content":" LATE""#) }
        return steps
    }

    private func usage() -> String? {
        let count = words?.count ?? script.tokens
        return switch script.usage {
        case .regular: #"{"prompt_tokens":1000,"completion_tokens":\#(count),"total_tokens":\#(1000 + count)}"#
        case .missing: nil
        case .absurd: #"{"prompt_tokens":-5,"completion_tokens":99999999999,"total_tokens":"many"}"#
        }
    }

    private func closing() -> [FakeStep] { script.ending == .holdOpen ? [.hold] : wire.end }

    private func event(delta: String, finish: String? = nil) -> [FakeStep] {
        let reason = finish.map { "\"\($0)\"" } ?? "null"
        let choice = #"{"index":0,"delta":{\#(delta)},"logprobs":null,"finish_reason":\#(reason)}"#
        return wire.event(chunk(choices: choice))
    }

    /// With fields no client may trip over.
    private func chunk(choices: String, extra: String = "") -> String {
        #"{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1760000000,"model":\#(FakePage.quoted(model)),"#
            + #""service_tier":"default","system_fingerprint":null,"choices":[\#(choices)]\#(extra),"obfuscation":"\#(padding)"}"#
    }
}
