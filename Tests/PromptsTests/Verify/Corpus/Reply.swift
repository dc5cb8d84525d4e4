import Analyses
import Finance
import Foundation

/// A true statement about one figure, in pieces, so that one piece can be made false and the rest left alone.
struct Reply {
    enum Piece: Equatable {
        case text(String)
        /// The figure's number as written.
        case value(String)
        case month(Month)
        case name(String)
        /// A pace such as "a month".
        case pace(String)
        /// Words that tell the sign, with their opposite.
        case sign(String, opposite: String)
    }

    var person: String
    var figure: Figure
    var pieces: [Piece]

    var text: String { Self.text(of: pieces) }

    static func text(of pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text), .value(let text), .name(let text), .pace(let text), .sign(let text, _): text
            case .month(let month): month.words
            }
        }.joined()
    }

    /// The reply with one piece exchanged.
    func with(_ place: Int, _ piece: Piece) -> String {
        var changed = pieces
        changed[place] = piece
        return Self.text(of: changed)
    }

    /// Places of the pieces of one kind.
    func places(_ isWanted: (Piece) -> Bool) -> [Int] { pieces.indices.filter { isWanted(pieces[$0]) } }
}

/// Builds replies from patterns: `{v}` the number, `{m}` the month, `{n}` the record, `{p:a month}` a pace,
/// `{s:left|short}` a sign.
struct ReplyPattern {
    var pattern: String

    func reply(_ person: String, _ figure: Figure, value: String) -> Reply? {
        var pieces: [Reply.Piece] = []
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            guard let piece = piece(rest[rest.index(after: open)..<close], figure, value) else { return nil }
            pieces.append(piece)
            rest = rest[rest.index(after: close)...]
        }
        return Reply(person: person, figure: figure, pieces: pieces + [.text(String(rest))])
    }

    private func piece(_ slot: Substring, _ figure: Figure, _ value: String) -> Reply.Piece? {
        switch slot.prefix(1) {
        case "v": return .value(value)
        case "m": return figure.window.flatMap { Month($0) }.map { .month($0) }
        case "n": return figure.recordName.map { .name($0) }
        case "p": return .pace(String(slot.dropFirst(2)))
        default:
            let ways = slot.dropFirst(2).split(separator: "|").map(String.init)
            return .sign(ways[0], opposite: ways[1])
        }
    }
}

extension Figure {
    /// The record it is about, as typed.
    var recordName: String? {
        guard let open = label.firstIndex(of: "“"), let close = label.lastIndex(of: "”") else { return nil }
        return String(label[label.index(after: open)..<close])
    }

    /// What it measures, whatever the record and the month: its label without both.
    var measure: String {
        let words = window.flatMap { Month($0) }?.words ?? "-"
        let plain = label.replacingOccurrences(of: words, with: "")
        return recordName.map { plain.replacingOccurrences(of: "“\($0)”", with: "") } ?? plain
    }
}
