extension ReviewDocument {
    /// The document as Markdown. Typed names are made harmless before they enter a line; what is left of Markdown's
    /// own characters is escaped here, so a name can make neither mark-up nor a link.
    public var markdown: String {
        let heads = ["# \(Self.escaped(title))"] + remarks.map(Self.escaped)
        let parts = sections.map { section in
            (["## \(section.title)", "", Self.escaped(section.sentence)]
                + (section.lines.isEmpty ? [] : [""] + section.lines.map { "- \(Self.escaped($0))" }))
                .joined(separator: "\n")
        }
        return (heads + parts + ["---", Self.escaped(notice)]).joined(separator: "\n\n") + "\n"
    }

    /// A line without mark-up: underscores, tildes, entities and addresses that some readers make links of.
    static func escaped(_ line: String) -> String {
        var out = ""
        for character in line {
            if "_~*`<>[]|#&\\".contains(character) { out.append("\\") }
            out.append(character)
        }
        let bare = out.replacing("www.", with: "www\\.").replacing("WWW.", with: "WWW\\.")
        return bare.first == "-" || bare.first == "+" ? "\\" + bare : bare
    }
}
