package io.tasker.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerDescriptorTest {

  private static HandlerDescriptor.Builder declaredAt(String place) {
    return HandlerDescriptor.handler("shop_pay", "pay")
        .declaredAt(place)
        .result(JsonType.of(Object.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop.Orders.pay() | false",
        "shop.Orders.pay(StepContext) | true",
        "shop.Orders.pay(Cart, StepContext, String) | true",
        "shop.Orders.pay(Cart, StepContext) | true",
        "shop.Orders.pay(MyStepContext) | false",
        "shop.Orders.pay(List<StepContext>) | false",
        "shop.StepContext.pay(Cart) | false",
        "function 'pay' | true"
      })
  void codeThatDoesNotSayWhetherThereIsAContext_isReadByItsSignature(
      String place, boolean isTaken) {
    assertThat(declaredAt(place).build().takesContext()).isEqualTo(isTaken);
  }

  @Test
  void whatIsSaidOfTheContext_holds() {
    assertThat(declaredAt("Orders.pay(StepContext)").takesContext(false).build().takesContext())
        .isFalse();
    assertThat(declaredAt("Orders.pay(Cart)").takesContext(true).build().takesContext()).isTrue();
  }

  @Test
  void adapterWithoutAResultType_isRefused() {
    HandlerDescriptor.Builder incomplete =
        HandlerDescriptor.handler("shop_pay", "pay").declaredAt("Orders.pay()");

    assertThatNullPointerException()
        .isThrownBy(() -> incomplete.calling(invocation -> 1))
        .withMessage("result");
    assertThatNullPointerException()
        .isThrownBy(() -> incomplete.callingVoid(invocation -> {}))
        .withMessage("result");
  }
}
