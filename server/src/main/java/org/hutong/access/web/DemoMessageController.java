package org.hutong.access.web;

import java.time.Instant;
import java.util.List;

import org.hutong.access.AllowDemo;
import org.hutong.access.DemoMessages;
import org.hutong.kernel.Phone;
import org.hutong.kernel.Value;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The visible message box of the demo town. */
@RestController
class DemoMessageController {
    private final ObjectProvider<DemoMessages> messages;

    DemoMessageController(ObjectProvider<DemoMessages> messages) {
        this.messages = messages;
    }

    record DemoMessage(String phone, String text, Instant at) {
    }

    /** Newest first; the phone is an invented one. */
    @GetMapping("/api/demo/messages")
    @AllowDemo
    List<DemoMessage> demoMessages(@RequestParam String phone) {
        String number = Phone.read(phone) instanceof Value.Text text ? text.text() : phone;
        return messages.getObject().of(number).stream().map(message -> new DemoMessage(message.phone(), message.text(), message.at())).toList();
    }
}
