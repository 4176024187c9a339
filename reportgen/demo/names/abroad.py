"""Names of families whose parents or grandparents came from elsewhere."""

from __future__ import annotations

from reportgen.demo.names.heritage import Heritage, words

ABROAD = (
    Heritage(
        id="pakistani",
        share=7.0,
        eal=0.68,
        girls=words("""
            Aaliyah Zainab Fatima Maryam Aisha Hafsa Iqra Amina Sana Noor Hira Khadija Mahnoor Zoya Inaya Safa
            Sumayyah Anaya Rubab Mehwish Noor-ul-Ain Bibi-Amna Laiba Hooriya
        """),
        boys=words("""
            Muhammad Ibrahim Hamza Yusuf Haris Ali Bilal Zain Umar Hassan Musa Rayyan Danyal Ismaeel Adeel
            Faizan Ayaan Mohammed Muhammad-Ibrahim Abdul-Rehman Shahzaib Talha Saad
        """),
        surnames=words("""
            Ahmed Khan Hussain Ali Malik Iqbal Mahmood Akhtar Shah Mirza Qureshi Raja Rafiq Aziz Bashir Javed
            Nawaz Ul-Haq Chaudhry Siddiqui Zaman Ur-Rehman Bibi Kausar
        """),
    ),
    Heritage(
        id="indian",
        share=3.4,
        eal=0.40,
        girls=words("Priya Ananya Diya Jasleen Simran Kavya Meera Harleen Riya Nandini Saanvi Gurleen Isha Lakshmi"),
        boys=words("""
            Nikhil Arjun Rohan Dev Harjit Aarav Kiran Vihaan Gurpreet Ishaan Manveer Siddharth Krishnan Jaspal
        """),
        surnames=words("""
            Patel Singh Kaur Sharma Desai Mistry Chopra Gill Dhaliwal Nair Venkataraman Reddy Bhatt Banerjee
            Iyer Subramaniam
        """),
    ),
    Heritage(
        id="bangladeshi",
        share=1.6,
        eal=0.72,
        girls=words("Samira Tasnim Nusrat Farhana Rumana Jannat Nabila Tahmina"),
        boys=words("Rafi Tanvir Abdul Shafi Nahid Rezaul Mahin Zubair"),
        surnames=words("Begum Rahman Chowdhury Uddin Miah Islam Hoque Khatun Sarkar Udin"),
    ),
    Heritage(
        id="polish",
        share=3.2,
        eal=0.85,
        girls=words("""
            Zofia Łucja Zuzanna Hanna Oliwia Kinga Katarzyna Aleksandra Małgorzata Jagoda Natalia Wiktoria
            Róża
        """),
        boys=words("""
            Jakub Szymon Filip Kacper Michał Wojciech Stanisław Bartosz Mikołaj Krzysztof Paweł Łukasz Józef
        """),
        surnames=words("""
            Nowak Wójcik Mazur Kaczmarek Krawczyk Zając Dąbek Pietrzak Bielak Szczepaniak Żak Gołąb Śliwa
        """),
        paired_surnames=(
            ("Kowalska", "Kowalski"),
            ("Wiśniewska", "Wiśniewski"),
            ("Zielińska", "Zieliński"),
            ("Szymańska", "Szymański"),
            ("Jabłońska", "Jabłoński"),
            ("Brzęczyszczykiewicz", "Brzęczyszczykiewicz"),
        ),
    ),
    Heritage(
        id="romanian",
        share=2.0,
        eal=0.9,
        girls=words("Andreea Ioana Mădălina Ștefania Bianca Daria Elena Ilinca"),
        boys=words("Ștefan Andrei Mihai Răzvan Luca Cătălin Matei Vlad"),
        surnames=words("Ionescu Popescu Dumitru Stănescu Munteanu Țurcanu Rădulescu Ciobanu Bălan Văcărescu"),
    ),
    Heritage(
        id="yoruba",
        share=1.3,
        eal=0.4,
        girls=words("""
            Oluwaseun Temitope Folasade Ọmọlará Adéọlá Títílayọ̀ Bọ́láńlé Yétúndé Oyinkánsọlá Morẹ́nikẹ́ Ayomide
            Damilola Ìbùkúnolúwa
        """),
        boys=words("""
            Oluwatobiloba Babatunde Ayodele Olúwaṣeun Adébáyọ̀ Akíntúndé Ọlámidé Ayọ̀bámi Kẹ́hìndé Táíwò Fẹ́mi
            Oluwadamilare Ìfẹ́olúwa
        """),
        surnames=words("""
            Adeyemi Adebayo Ogunleye Oyelaran-Okoye Adéṣínà Ọbásanjọ́ Akínwándé Balógun Ṣówándé Ọláníyan Fálẹ́tí
            Ajàyí Oluwole-Adekunle
        """),
    ),
    Heritage(
        id="west-african",
        share=1.9,
        eal=0.5,
        girls=words("""
            Adaeze Ngozi Abena Akosua Amara Chiamaka Efua Fatou Chimamanda Nneka Ifeoma Esi Aminata
        """),
        boys=words("""
            Chukwuemeka Kwame Kofi Emeka Kwabena Joel Ikenna Ousmane Nana Obinna Yaw Ebenezer Mamadou
        """),
        surnames=words("""
            Okonkwo Mensah Owusu Okafor Boateng Kamara Eze Nwosu Agyeman-Badu Sesay Diallo Asante
            Nwachukwu-Obi Osei Bangura
        """),
    ),
    Heritage(
        id="caribbean",
        share=1.8,
        eal=0.0,
        girls=words("Tiana Keisha Shanice Aaliyah Nevaeh Renée Imani Zariah"),
        boys=words("Jermaine Malachi Tyrone Kymani Nathaniel Rico Isaiah Zion"),
        surnames=words("""
            Campbell Grant Francis Morgan Reid Gordon Bartholomew Joseph Baptiste St_Louis Charles Forde
        """),
    ),
    Heritage(
        id="arabic",
        share=1.8,
        eal=0.8,
        girls=words("Layla Yasmin Salma Rania Nour Huda Mariam Lina"),
        boys=words("Ibrahim Omar Karim Tariq Anas Youssef Abdulrahman Saif"),
        surnames=words("Farouk Al-Khatib Haddad El-Sayed Mansour Abdullah Al-Jubouri Hamdan Ben_Youssef Khalil"),
    ),
    Heritage(
        id="kurdish-afghan",
        share=1.2,
        eal=0.85,
        girls=words("Rojîn Berîvan Zhyan Shilan Parwana Laila Nazanin Tara Soraya"),
        boys=words("Aram Rêbaz Hiwa Zana Farhad Jawad Mustafa Karwan Najib"),
        surnames=words("Ahmadi Rahimi Karîm Barzani Hosseini Noori Sharifi Salih Qadir Safi"),
    ),
    Heritage(
        id="filipino",
        share=0.6,
        eal=0.55,
        girls=words("Maria_Cristina Angelica Jasmine Althea Princess Mikaela"),
        boys=words("John_Paul Jericho Angelo Miguel Christian Renz"),
        surnames=words("Santos Reyes dela_Cruz Bautista Macaraeg Villanueva Peña Dimaculangan"),
    ),
    Heritage(
        id="chinese",
        share=1.2,
        eal=0.6,
        girls=words("Mei Xinyi Jingyi Wing-Yan Yutong Hoi-Ching Sophie Emily"),
        boys=words("Haoyu Zihan Ka-Ho Wei Chun-Hei Junjie Jason Ethan"),
        surnames=words("Chen Li Wong Zhang Chan Lau Liu Ng Cheung Xu Ouyang"),
    ),
    Heritage(
        id="vietnamese",
        share=0.5,
        eal=0.6,
        girls=words("Minh_Thư Thảo Bảo_Ngọc Linh Phương Khánh_Vy Ngọc_Ánh Thuỳ_Dương Mỹ_Duyên"),
        boys=words("Đức Quang_Huy Tuấn Minh_Khôi Hiếu Gia_Bảo Hữu_Phước Thiện_Nhân Đình_Trọng"),
        surnames=words("Nguyễn Trần Lê Phạm Đặng Hoàng Võ Bùi Đỗ Hồ Nguyễn-Walker"),
    ),
    Heritage(
        id="turkish",
        share=1.2,
        eal=0.7,
        girls=words("Yağmur Elif Zeynep Defne Ebru Ayşe İrem Çiğdem Gülşen Nazlı"),  # noqa: RUF001 - Turkish names
        boys=words("Emre Kerem Yiğit Mert Çağlar Ömer İbrahim Oğuzhan Barış Kağan"),  # noqa: RUF001 - Turkish names
        surnames=words("Demir Yılmaz Kaya Öztürk Şahin Çelik Aydın Güneş Yıldırım Karagözoğlu"),  # noqa: RUF001 - Turkish names
    ),
    Heritage(
        id="ukrainian",
        share=0.9,
        eal=1.0,
        girls=words("Daryna Sofiia Oksana Kateryna Solomiia"),
        boys=words("Oleksandr Danylo Bohdan Maksym Taras"),
        surnames=words("Shevchenko Kovalenko Bondarenko Tkachuk Hrytsenko Melnyk"),
    ),
    Heritage(
        id="portuguese",
        share=1.0,
        eal=0.7,
        girls=words("Beatriz Inês Leonor Mariana Conceição"),
        boys=words("João Tomás Gonçalo Simão Miguel"),
        surnames=words("da_Silva Fernandes Gonçalves Magalhães dos_Santos Araújo de_Sousa_e_Melo"),
    ),
    Heritage(
        id="eritrean-somali",
        share=1.2,
        eal=0.85,
        girls=words("Hodan Ifrah Selam Sagal Feven Amal"),
        boys=words("Abdi Warsame Yonas Mohamud Filmon Guled"),
        surnames=words("Warsame Abdi Tesfay Hassan Ghebremedhin Farah Mohamed Osman"),
    ),
    Heritage(
        id="elsewhere",
        share=1.6,
        eal=0.7,
        girls=words("Katarína Noémie Chiara Agnė Reka Zsófia Thandi Ximena Frøya Žaneta Marie-Hélène"),
        boys=words("Björn Matteo Jonas Søren Dávid Luka Dmitri Nikola Thabo Jörg"),
        surnames=words("""
            Kováč Rossi Horváth Nagy Jansen Petrauskas García_López Mbeki Müller Ñáñez Dvořák Šimkus
            van_der_Merwe Léger Bērziņš
        """),
    ),
)
