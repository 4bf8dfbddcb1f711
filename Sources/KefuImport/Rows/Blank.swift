/// Whether a text says nothing: white space and invisible characters only.
func isBlank(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy(isInvisible)
}

/// A text without white space around it.
func trimmed(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isInvisible($0) }),
        let last = scalars.lastIndex(where: { !isInvisible($0) })
    else { return "" }
    return String(text[first...last])
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
}
