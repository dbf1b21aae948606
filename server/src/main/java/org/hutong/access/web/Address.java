package org.hutong.access.web;

import java.net.InetAddress;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The network address that limits count by. In a demo town on one's own machine everybody shares that machine's address and the
 * invented people sign in by the thousand, so there the limits do not apply to it.
 */
@Component
class Address {
    private final boolean demo;

    Address(@Value("${hutong.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @Nullable String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return demo && isLoopback(address) ? null : address;
    }

    /** The address comes from the connection as digits, so that nothing is looked up. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
