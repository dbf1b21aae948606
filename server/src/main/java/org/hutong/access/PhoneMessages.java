package org.hutong.access;

/** The way in which a phone code reaches its phone. */
interface PhoneMessages {

    /** @return false when nothing can be sent from here */
    boolean send(String phone, String text);

    /** Where no channel is set up: nobody can be sent a code. */
    PhoneMessages NONE = (phone, text) -> false;
}
