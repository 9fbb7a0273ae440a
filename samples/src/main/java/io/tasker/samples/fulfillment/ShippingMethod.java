package io.tasker.samples.fulfillment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** What a carrier offers. */
enum ShippingMethod {
  STANDARD("UPS", "UPS Ground", "8.99", 5),
  EXPRESS("FedEx", "FedEx Express", "15.00", 2),
  OVERNIGHT("FedEx", "FedEx Overnight", "25.00", 1);

  private static final BigDecimal POUNDS_PER_LINE = new BigDecimal("0.5");
  private static final BigDecimal PER_POUND_ABOVE_ONE = new BigDecimal("2.50");

  final String carrier;
  final String service;
  private final BigDecimal base;
  private final int businessDays;

  ShippingMethod(String carrier, String service, String base, int businessDays) {
    this.carrier = carrier;
    this.service = service;
    this.base = new BigDecimal(base);
    this.businessDays = businessDays;
  }

  static ShippingMethod of(String name) {
    return switch (name) {
      case "express" -> EXPRESS;
      case "overnight" -> OVERNIGHT;
      default -> STANDARD;
    };
  }

  // Tasker Core's example divides the base by 100, too, so $8.99 become 9 cents. The number is kept
  // so that this workflow can be compared with that one.
  BigDecimal cost(int lines) {
    BigDecimal pounds = POUNDS_PER_LINE.multiply(BigDecimal.valueOf(lines));
    BigDecimal weight =
        pounds.subtract(BigDecimal.ONE).max(BigDecimal.ZERO).multiply(PER_POUND_ABOVE_ONE);
    return base.add(weight.movePointRight(2)).setScale(0, RoundingMode.HALF_UP).movePointLeft(2);
  }

  LocalDate deliveryFrom(LocalDate day) {
    LocalDate delivery = day;
    for (int left = businessDays; left > 0; ) {
      delivery = delivery.plusDays(1);
      DayOfWeek weekday = delivery.getDayOfWeek();
      if (weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return delivery;
  }
}
