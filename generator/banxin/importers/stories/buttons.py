"""Words that one presses on a site's page or in a messenger."""

from __future__ import annotations

_ALONE = """
打印本页 打印此页 打印本文 打印文章 打印正文 打印页面 关闭窗口 关闭本页
关闭页面 关闭此页 返回顶部 返回首页 返回列表 返回上页 返回上一页 加入收藏
收藏本页 收藏本文 设为首页 分享到 分享至 分享到微信 分享本文 分享本页 复制链接
我要纠错 网页纠错 内容纠错 我要评论 我要分享 发表评论 听新闻 听全文 展开全文
展开阅读全文 点击展开全文 收起 阅读原文
小字号 大字号 中字号 分享让更多人看到 写下你的留言 播报暂停 说点什么 抢沙发 加关注
查看原文 写留言 扫一扫
微信扫一扫 打开客户端 下载客户端 打开APP 无障碍浏览 老年模式 长者模式 跳到正文 我要打印
"""
_AMONG_OTHERS = """
打印 关闭 窗口 收藏 分享 微信 微博 新浪微博 腾讯微博 朋友圈 微信好友 QQ空间
QQ好友 QQ 字号 字体 字体大小 默认 正常 返回 评论 点赞 赞 在看 看一看 转发 推荐
留言 登录 注册 搜索 邮箱 繁体 简体 无障碍 纠错 举报 关注 复制 顶部 更多 阅读
首页 上一篇 下一篇 上一条 下一条 没有了 保存 海报 生成海报 人点赞 人在看
评论区 投诉 收听 听
"""
_ABOVE_ALL = """
网站首页 首页 本站首页 政务公开 政府信息公开 信息公开 办事服务 政务服务 网上办事 便民服务
互动交流 政民互动 专题专栏 新闻中心 新闻动态 要闻动态 数据开放 通知公告 部门动态 乡镇动态
领导之窗 视频新闻 联系我们 关于我们 网站地图 登录 注册 搜索 无障碍
"""
# to make letters larger and smaller
ZOOM = frozenset(("A", "A+", "A-", "T", "T+", "T-"))
# those that no text has by themselves
PRESSED = frozenset(_ALONE.split())
# all of them
BUTTONS = frozenset((*_ALONE.split(), *_AMONG_OTHERS.split(), "大", "中", "小", *ZOOM))
# those that say nothing beside each other
SIZES = frozenset(("大", "中", "小", "推荐", "更多", "阅读", "听", "评论", *ZOOM))
# what sites have above and below every page
NAVIGATION = frozenset(_ABOVE_ALL.split())
