/// What a terminal chat shows and remembers: server frames in, text to print out. A value, so that a whole conversation
/// is tested without a socket.
struct Transcript {
    /// The turn that is being answered, if any.
    private(set) var running: String?

    static let prompt = "\nyou › "

    /// The text to print for a frame.
    mutating func show(_ frame: WireFrame) -> String {
        switch frame.type {
        case "welcome": welcome(frame)
        case "turn_started": started(frame)
        case "text_delta": frame.data?.text ?? ""
        case "tool_started": "[\(frame.data?.title ?? "looking something up")…] "
        case "turn_completed": finished("")
        case "turn_stopped": finished(" [stopped]")
        case "turn_failed": finished("\n[\(frame.data?.message ?? "the answer failed")]")
        case "error": "\n[\(frame.data?.message ?? "error")]" + (running == nil ? Self.prompt : "")
        case "auth_required": "\n[the token has expired]\n"
        case "server_draining": "\n[the server is restarting]\n"
        default: ""
        }
    }

    private func welcome(_ frame: WireFrame) -> String {
        let name = frame.data?.user?.name ?? "you"
        let greeting = "Connected as \(name). Type a question; Ctrl-C stops an answer, Ctrl-D leaves.\n"
        let lines = (frame.data?.history ?? []).suffix(4).map { message in
            "\(message.role == "user" ? "you" : "reho") › \(message.content)\n"
        }
        return greeting + lines.joined() + Self.prompt
    }

    private mutating func started(_ frame: WireFrame) -> String {
        running = frame.turnId
        return "reho › "
    }

    private mutating func finished(_ note: String) -> String {
        running = nil
        return note + "\n" + Self.prompt
    }
}
