package io.nqba.console.finance;

import io.nqba.model.finance.OrderKind;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.finance.OrderSide;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A paper order to place.
 *
 * @param kind MARKET when left out
 * @param shares whole lots
 * @param limitPrice worst price of a limit order; left out for a market order
 */
@Schema(example = """
                {"portfolioId": "meridian-01", "instrumentId": "ABC", "side": "BUY", "kind": "LIMIT", "shares": 100,
                 "limitPrice": 25.5}""")
public record OrderBody(
        @NotBlank @Size(max = 200) String portfolioId,
        @NotBlank @Size(max = 200) String instrumentId,
        @NotNull OrderSide side,
        @Nullable OrderKind kind,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long shares,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000000") @Nullable
        Double limitPrice) {

    OrderRequest toRequest(String orderId, String account) {
        return new OrderRequest(
                orderId,
                portfolioId,
                instrumentId,
                side,
                kind == null ? OrderKind.MARKET : kind,
                shares,
                limitPrice == null ? Double.NaN : limitPrice,
                account);
    }
}
