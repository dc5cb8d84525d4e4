public import FoundationEssentials

/// Something a person does in a guided conversation. A client's `answer` without a value is `skip`.
public enum FlowMove: Sendable, Hashable {
    /// Answers a question by its id; an earlier one is changed by it.
    case answer(String, FlowInput)
    /// Leaves a question without an answer, the current one when none is named. What was answered stays.
    case skip(String?)
    /// Goes to the question before the current one.
    case back
    /// Goes to an earlier question by its id.
    case edit(String)
    /// Ends it without a result.
    case cancel
}

/// What a move did.
public enum FlowOutcome: Sendable, Hashable {
    /// There is another question to ask; nothing new, as with an answer that came twice; the last one was answered; it
    /// was cancelled.
    case moved, unchanged, finished, cancelled
}

extension FlowRun {
    /// Makes a move. One that is refused changes no answer.
    @discardableResult
    public mutating func apply(_ move: FlowMove, at now: Date) throws(FlowFault) -> FlowOutcome {
        switch state(at: now) {
        case .expired: throw .expired
        case .done, .cancelled: return try settled(move)
        case .running: break
        }
        touchedAt = max(touchedAt, now)
        switch move {
        case .answer(let id, let input): return try answer(id, input, at: now)
        case .skip(let id): return try skip(id, at: now)
        case .back: return try back()
        case .edit(let id): return try edit(id)
        case .cancel:
            cancelledAt = now
            return .cancelled
        }
    }

    /// After the end nothing changes any more: what was said already is harmless, all else is refused.
    private func settled(_ move: FlowMove) throws(FlowFault) -> FlowOutcome {
        switch move {
        case .cancel where cancelledAt != nil: return .unchanged
        case .skip(let id?) where wasSkipped(id): return .unchanged
        case .answer(let id, let input):
            guard let place = place(of: id), let known = answer(to: id), known == (try? steps[place].value(of: input))
            else { throw .ended }
            return .unchanged
        default: throw .ended
        }
    }

    private mutating func answer(_ id: String, _ input: FlowInput, at now: Date) throws(FlowFault) -> FlowOutcome {
        let place = try reached(id)
        return enter(.value(try steps[place].value(of: input)), for: id, at: now)
    }

    private mutating func skip(_ id: String?, at now: Date) throws(FlowFault) -> FlowOutcome {
        guard let id = id ?? current?.id else { throw .unknownQuestion }
        let place = try reached(id)
        if let known = entries[id] { return enter(known, for: id, at: now) }
        guard steps[place].isSkippable else { throw .notSkippable }
        return enter(.skipped, for: id, at: now)
    }

    private mutating func back() throws(FlowFault) -> FlowOutcome {
        guard let current, let place = place(of: current.id), place > 0 else { throw .nothingBefore }
        editing = steps[place - 1].id
        return .moved
    }

    private mutating func edit(_ id: String) throws(FlowFault) -> FlowOutcome {
        _ = try reached(id)
        guard current?.id != id else { return .unchanged }
        editing = entries[id] == nil ? nil : id
        return .moved
    }

    /// The place of a question that was answered, or is the next to be.
    private func reached(_ id: String) throws(FlowFault) -> Int {
        guard let place = place(of: id) else { throw .unknownQuestion }
        guard entries[id] != nil || place == steps.firstIndex(where: { entries[$0.id] == nil }) else { throw .notYet }
        return place
    }

    private mutating func enter(_ entry: Entry, for id: String, at now: Date) -> FlowOutcome {
        guard entries[id] != entry || editing == id else { return .unchanged }
        entries[id] = entry
        if editing == id { editing = nil }
        guard steps.allSatisfy({ entries[$0.id] != nil }) else { return .moved }
        editing = nil
        finishedAt = now
        return .finished
    }
}
