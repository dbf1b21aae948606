package org.hutong.access.web;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.hutong.access.AllowDemo;
import org.hutong.access.DemoMessages;
import org.hutong.kernel.Phone;
import org.hutong.kernel.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The visible message box of the demo town. The phone is asked for in the body: no phone number stands in an address, not even here. */
@RestController
class DemoMessageController {
    private final DemoMessages messages;

    DemoMessageController(DemoMessages messages) {
        this.messages = messages;
    }

    record DemoMessage(String phone, String text, Instant at) {
    }

    record DemoPhone(@NotBlank @Size(max = 40) String phone) {
        @Override
        public String toString() {
            return "DemoPhone[hidden]";
        }
    }

    /** Newest first. */
    @PostMapping("/api/demo/messages")
    @AllowDemo
    List<DemoMessage> demoMessages(@Valid @RequestBody DemoPhone of) {
        String number = Phone.read(of.phone()) instanceof Value.Text text ? text.text() : of.phone();
        return messages.of(number).stream().map(message -> new DemoMessage(message.phone(), message.text(), message.at())).toList();
    }
}
