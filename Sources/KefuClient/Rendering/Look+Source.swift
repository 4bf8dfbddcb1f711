import KefuDomain

extension Look {
    /// Where a passage is from: its document, its headings, its page.
    func source(_ document: String?, _ section: String?, page: Int?) -> String {
        let parts = [document, section, page.map { say(.onPage($0)) }]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " › ")
    }
}
