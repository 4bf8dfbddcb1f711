/// The 售前 form.
enum PreSalesForm {
    static func values(_ reading: Reading, now: Timestamp) -> [FormValue] {
        let amounts = Amount.all(in: reading)
        return [
            PowerField.value(reading, amounts),
            ConnectorField.value(reading, amounts),
            VoltageField.value(reading, amounts),
            SupplyField.value(reading, amounts),
            AccessoryField.value(reading, amounts),
            DeliveryField.value(reading, reading.places()),
            DueField.value(reading, reading.times(amounts, now: now)),
            QuantityField.value(reading, amounts),
            InvoiceField.value(reading, amounts),
        ]
    }
}
