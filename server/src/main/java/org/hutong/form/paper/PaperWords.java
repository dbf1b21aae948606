package org.hutong.form.paper;

import java.util.Locale;

/** The words that stand on every sheet. */
public record PaperWords(String known, String ifSo, String signature, String date, String page, String keepFlat, String signNote, String glue) {
    private static final PaperWords ZH = new PaperWords("已有，有变化请划掉重写", "有这种情况才填", "本人签名", "日期", "第 %d 页，共 %d 页",
            "请不要折叠或遮挡右上角的二维码。交回后由工作人员录入。", "以上内容属实。", "请把照片贴在这里，或另行拍照");
    private static final PaperWords EN = new PaperWords("on file; cross out and write anew if it has changed", "only if this applies", "Signature", "Date",
            "Page %d of %d", "Please do not fold or cover the code at the top right. Staff will enter what you write.", "What is written above is true.",
            "Glue the photo here, or have it taken");

    public static PaperWords in(Locale reader) {
        return "en".equals(reader.getLanguage()) ? EN : ZH;
    }
}
