internal import Hummingbird

/// The plain chat page. One file without anything from elsewhere; a token is in it only on demo data.
enum ChatPageRoute {
    static func route(_ parts: RouteParts) -> Route {
        let template = String(decoding: PackageResources.chat_html, as: UTF8.self)
        return .open(.get, "/", description) { request, _ in
            let nonce = PageNonce()
            let page = fill(template, nonce: nonce.text, token: parts.demoToken?() ?? "")
            return Response.text(page, as: "text/html; charset=utf-8")
                .with(policy: nonce.policy(connecting: request.head.authority ?? ""))
        }
    }

    /// A token is base64url and dots; anything else would not be one and is left out of the page.
    private static func fill(_ template: String, nonce: String, token: String) -> String {
        let isToken = token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return template.split(separator: "{{nonce}}", omittingEmptySubsequences: false).joined(separator: nonce)
            .split(separator: "{{token}}", omittingEmptySubsequences: false).joined(separator: isToken ? token : "")
    }

    private static let description = Operation(
        id: "chatPage", summary: "A plain page that chats", tag: "chat",
        answers: [.init(status: 200, words: "The page.", kind: "text/html", schema: Schema.text)])
}
