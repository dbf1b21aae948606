package org.hutong.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The phones of a test: keeps the newest message of each. */
@Primary
@Component
public class RecordedPhoneMessages implements PhoneMessages {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private final Map<String, String> newest = new ConcurrentHashMap<>();

    @Override
    public boolean send(String phone, String text) {
        newest.put(phone, text);
        return true;
    }

    public String textOf(String phone) {
        return newest.get(phone);
    }

    public String codeOf(String phone) {
        Matcher code = CODE.matcher(newest.getOrDefault(phone, ""));
        return code.find() ? code.group() : "";
    }
}
