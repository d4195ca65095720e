/** What Word puts on the clipboard: styles of its own, lists as paragraphs, a table for layout, a picture on the disk. */
export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal { mso-style-parent:""; font-family:等线; } @list l0:level1 { mso-level-number-format:bullet; } --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>关于开展燃气安全检查的通知<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;font-family:黑体'>一、检查范围<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>　　全市<b>使用燃气</b>的<span lang=EN-US>2.4</span>万户居民。</span></p>
<p class=MsoListParagraph style='margin-left:42.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span>老旧小区</span></p>
<p class=MsoListParagraph style='margin-left:63.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span lang=EN-US><span style='mso-list:Ignore'>n<span>&nbsp; </span></span></span><!--[endif]--><span>二十年以上的</span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span lang=EN-US><span style='mso-list:Ignore'>l<span>&nbsp; </span></span></span><!--[endif]--><span>餐饮场所</span></p>
<p class=MsoNormal style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span lang=EN-US><span style='mso-list:Ignore'>（二）<span>&nbsp; </span></span></span><!--[endif]--><span>检查办法</span></p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><!--[if !supportLists]--><span lang=EN-US><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span></span><!--[endif]--><span>入户查看</span></p>
<p class=MsoNormal><span lang=EN-US><!--[if gte vml 1]><v:shape id="_x0000_i1025"><v:imagedata src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=400 height=300 src="file:///C:/Temp/clip_image001.png" v:shapes="_x0000_i1025"><![endif]></span></p>
<p class=MsoNormal align=right style='text-align:right'><span>望川市住房和城乡建设局</span></p>
<!--EndFragment--></body></html>`;

/** What WPS puts on the clipboard: bogus comments round the signs of lists, a table in a cell. */
export const WPS = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name="Generator" content="WPS Office"/></head><body><!--StartFragment-->
<p class="MsoNormal" style="margin-left:21.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:宋体;"><span style='mso-list:Ignore;'>（1）<span>&nbsp;</span></span></span><![endif]><span style="mso-spacerun:'yes';font-family:宋体;"><font face="宋体">登记</font></span></p>
<p class="MsoNormal" style="mso-list:l0 level1 lfo1;"><![if !supportLists]><span style='mso-list:Ignore;'>（2）<span>&nbsp;</span></span><![endif]><span><font face="宋体">领卡</font></span></p>
<table class="MsoTableGrid" border="1" style="border-collapse:collapse;"><tr><td><p class="MsoNormal"><span>窗口</span></p></td><td><p class="MsoNormal"><span>时间</span></p></td></tr>
<tr><td><p class="MsoNormal"><span>东楼<o:p></o:p></span></p></td><td><table><tr><td><p>上午</p></td><td><p>9:00</p></td></tr><tr><td><p>下午</p></td><td><p>14:00</p></td></tr></table></td></tr></table>
<!--EndFragment--></body></html>`;

/** What Excel puts on the clipboard: a merged title, numbers as shown, one column too narrow to show its number. */
export const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style>td{mso-number-format:"#,##0.00";}</style></head><body><table border=0 cellpadding=0 cellspacing=0 width=216><col width=72 span=3>
<!--StartFragment--><tr height=19><td colspan=3 class=xl65>2026 年收费标准</td></tr><tr><td>项目</td><td>单价（元）</td><td>合计</td></tr>
<tr><td>初装费</td><td align=right x:num="1234.5">1,234.50</td><td align=right x:num="20260101.25">####</td></tr><!--EndFragment--></table></body></html>`;
