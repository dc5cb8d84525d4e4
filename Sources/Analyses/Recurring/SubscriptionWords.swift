/// Names by which a subscription is told from other things that repeat. Data, reviewed by hand; whole words only, and
/// only ever used to put a label on a payment that repeats anyway. Naming a service here recommends nothing.
enum SubscriptionWords {
    /// When a person last read the lists.
    static let reviewedOn = "2026-11-21"

    /// Whether a name is that of a subscription.
    static func isSubscription(_ name: String) -> Bool {
        let words = NameWords(name)
        guard !other.contains(where: { words.contains($0) }) else { return false }
        return phrases.contains { words.contains($0) } || alone.contains(words.telling.sorted().joined(separator: " "))
    }

    /// Things that repeat, or are called like a subscription, and are none: licences, fares, taxes, bank cards.
    private static let other = reading(
        """
        tv licence, tv license, television licence, television license, travel card, travelcard, oyster card,
        season ticket, season pass, bus pass, rail card, railcard, parking permit, gift card, gift voucher, credit card,
        store card, debit card, council tax, car tax, road tax, union, pocket money
        """)

    /// Words that say subscription wherever they stand in a name.
    private static let phrases = reading(
        """
        subscription, membership, netflix, spotify, disney plus, amazon prime, prime video, amazon music, apple music,
        apple tv, apple one, apple arcade, apple bill, itunes, icloud, youtube premium, youtube music, google one,
        google storage, google workspace, now tv, sky tv, sky sports, sky cinema, sky go, virgin tv, bt sport,
        tnt sports, paramount plus, discovery plus, itvx premium, britbox, mubi, shudder, crunchyroll, dazn, audible,
        kindle unlimited, deezer, tidal music, soundcloud, patreon, substack, twitch, discord nitro, game pass,
        xbox live, playstation plus, ps plus, nintendo online, nintendo switch online, ea play,
        adobe, creative cloud, photoshop, dropbox, microsoft 365, office 365, onedrive, evernote, notion, canva,
        grammarly, github, chatgpt, openai, claude pro, midjourney, nordvpn, expressvpn, surfshark, lastpass, 1password,
        mcafee, norton antivirus, linkedin premium, duolingo, headspace, strava, fitbit premium, peloton, myfitnesspal,
        weight watchers, slimming world, puregym, gym, david lloyd, nuffield health, anytime fitness, virgin active,
        hellofresh, hello fresh, gousto, mindful chef, simply cook, deliveroo plus, uber one, just eat plus,
        national trust, english heritage, which magazine, the economist, financial times, the times,
        the guardian, daily telegraph, new scientist, ancestry, findmypast, tinder, bumble, hinge
        """)

    /// Words with another meaning as well: they count only when they are the whole name.
    private static let alone: Set<String> = [
        "apple", "disney", "calm", "prime", "youtube", "tidal", "hulu", "graze", "storytel", "sky", "plex", "zoom",
    ]

    private static func reading(_ list: String) -> [[String]] {
        list.split { $0 == "," || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    }
}
