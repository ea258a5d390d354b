package io.nqba.console.page;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

/** The page in front of all others. Signing in itself is the security filter's work. */
@Controller
class SignInController {
    @GetMapping("/sign-in")
    String page(ServerWebExchange exchange, Model model) {
        var query = exchange.getRequest().getQueryParams();
        model.addAttribute("next", query.getFirst("next"));
        String wait = query.getFirst("wait");
        if (wait != null && wait.matches("\\d{1,5}")) {
            model.addAttribute(
                    "problem", problem("Too many attempts.", "Wait %s seconds, then try again.".formatted(wait)));
        } else if (query.containsKey("error")) {
            model.addAttribute(
                    "problem",
                    problem("Name or password is wrong.", "Try again, or ask an operator for a new password."));
        } else if (query.containsKey("signed-out")) {
            model.addAttribute("notice", "You are signed out.");
        }
        return "sign-in";
    }

    private static ProblemBox problem(String title, String remedy) {
        return new ProblemBox(title, remedy, "", List.of());
    }
}
